import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { Explained } from "#renderer/app/explain/Explained.tsx";
import { DrawerSection } from "#renderer/ui/dialog/Drawer.tsx";
import { factsOf } from "../judging.ts";
import { AccessEndDialog } from "./AccessEndDialog.tsx";
import { AccessEndText } from "./AccessEndText.tsx";
import { SectionHead } from "./SectionHead.tsx";

interface AccessEndSectionProps {
  readonly organization: Organization;
  readonly member: Member;
}

/** Until when a member has access, and the way to change it. */
export function AccessEndSection({ organization, member }: AccessEndSectionProps) {
  const { t } = useTranslation("members");
  const [choosing, setChoosing] = useState(false);
  return (
    <DrawerSection title={t("end.title")}>
      <SectionHead>
        <Explained
          organization={organization}
          act={{ kind: "setAccessUntil", target: factsOf(member), ends: true }}
          position="left"
        >
          <Button variant="default" size="compact-xs" onClick={() => setChoosing(true)}>
            {t("end.change")}
          </Button>
        </Explained>
      </SectionHead>
      {member.accessUntil === null ? t("end.none") : <AccessEndText until={member.accessUntil} />}
      {choosing ? (
        <AccessEndDialog organization={organization} member={member} onClose={() => setChoosing(false)} />
      ) : null}
    </DrawerSection>
  );
}
