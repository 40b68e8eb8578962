import { useContext, type ReactNode } from "react";
import { ActionMenu, type MenuAction } from "../ActionMenu.tsx";
import classes from "./Page.module.css";
import { PageNote } from "./pageNote.ts";

interface PageProps {
  readonly title: string;
  /** How many there are, already formatted. */
  readonly count?: string;
  readonly description?: ReactNode;
  /** The one primary button. */
  readonly primary?: ReactNode;
  readonly secondary?: readonly MenuAction[];
  readonly toolbar?: ReactNode;
  /** `prose` keeps text and forms within 720 px; `full` gives the height to one table. */
  readonly layout?: "full" | "scroll" | "prose";
  readonly children: ReactNode;
}

/** Title row, toolbar row, content to the full width. */
export function Page({ title, count, description, primary, secondary, toolbar, layout = "full", children }: PageProps) {
  const note = useContext(PageNote);
  return (
    <section className={classes["page"]} aria-labelledby="page-title">
      <header className={classes["header"]}>
        <h1 id="page-title" className={classes["title"]} data-tip="">
          {title}
        </h1>
        {count ? <span className={classes["count"]}>{count}</span> : null}
        <span className={classes["note"]}>{note}</span>
        <div className={classes["actions"]}>
          {secondary?.length ? <ActionMenu actions={secondary} /> : null}
          {primary}
        </div>
      </header>
      {description ? <div className={classes["description"]}>{description}</div> : null}
      {toolbar ? <div className={classes["toolbar"]}>{toolbar}</div> : null}
      <div className={classes["content"]} data-layout={layout}>
        {children}
      </div>
    </section>
  );
}
