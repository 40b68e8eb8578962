import type { ReactNode } from "react";
import type { Organization } from "#contract/entities/organization.ts";
import { PageNote } from "#renderer/ui/page/pageNote.ts";
import { ShownMoment } from "../offline/ShownMoment.tsx";
import classes from "./Frame.module.css";
import { Sidebar } from "./Sidebar.tsx";
import { StatusLines } from "./StatusLines.tsx";

interface FrameProps {
  /** The organization whose sections are offered; outside one organization the last one used. */
  readonly organization: Organization | undefined;
  /** Whether the address is inside that organization. */
  readonly inside: boolean;
  readonly children: ReactNode;
}

/** Sidebar at the left, status lines and the page at the right. */
export function Frame({ organization, inside, children }: FrameProps) {
  return (
    <div className={classes["frame"]}>
      <Sidebar organization={organization} inside={inside} />
      <main className={classes["main"]} id="main" tabIndex={-1}>
        <StatusLines organization={inside ? organization : undefined} />
        <PageNote value={<ShownMoment organizationId={inside ? organization?.id : undefined} />}>
          <div className={classes["page"]}>{children}</div>
        </PageNote>
      </main>
    </div>
  );
}
