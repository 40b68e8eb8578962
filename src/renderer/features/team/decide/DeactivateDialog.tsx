import { IconArmchair, IconDoorExit, IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { roleOf } from "#domain/policy/policy.ts";
import { useStillInCharge } from "#renderer/app/people/useStillInCharge.tsx";
import { policyFor } from "#renderer/bridge/decision.ts";
import { DecisionDialog, type Impact } from "#renderer/ui/DecisionDialog.tsx";
import { inSentence } from "../people.ts";
import { useStandingActs } from "../useStandingActs.ts";

interface DeactivateDialogProps {
  readonly organization: Organization;
  readonly member: Member;
  readonly onClose: () => void;
}

/** Taking one person's access for a while. */
export function DeactivateDialog({ organization, member, onClose }: DeactivateDialogProps) {
  const { t } = useTranslation("team");
  const acts = useStandingActs(organization);
  const [pending, setPending] = useState(false);
  const inCharge = useStillInCharge(organization, [member]);
  const role = roleOf(policyFor(organization), member.role)?.name ?? member.role;
  const impact: Impact[] = [
    { id: "access", icon: <IconDoorExit />, text: t("impact.access", { count: 1 }), tone: "danger" },
    { id: "return", icon: <IconHistory />, text: t("deactivate.return", { role }) },
    { id: "seat", icon: <IconArmchair />, text: t("deactivate.seat") },
    ...(inCharge ? [inCharge] : []),
  ];
  const confirm = async () => {
    setPending(true);
    await acts.deactivate(member);
    onClose();
  };
  return (
    <DecisionDialog
      opened
      title={t("deactivate.title", { name: inSentence(member.name), organization: inSentence(organization.name) })}
      impact={impact}
      confirmLabel={t("act.deactivate")}
      pending={pending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
