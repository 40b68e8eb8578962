import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { useDecision } from "#renderer/bridge/decision.ts";
import { DrawerSection } from "#renderer/ui/Drawer.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
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
  const verdict = useDecision(organization, { kind: "setAccessUntil", target: factsOf(member), ends: true });
  return (
    <DrawerSection title={t("end.title")}>
      <SectionHead>
        <Reason because={verdict.sentence} position="left">
          <Button variant="default" size="compact-xs" onClick={() => setChoosing(true)}>
            {t("end.change")}
          </Button>
        </Reason>
      </SectionHead>
      {member.accessUntil === null ? t("end.none") : <AccessEndText until={member.accessUntil} />}
      {choosing ? (
        <AccessEndDialog organization={organization} member={member} onClose={() => setChoosing(false)} />
      ) : null}
    </DrawerSection>
  );
}
