import { IconArmchair, IconDoorExit, IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { PreviewedDecision } from "#renderer/app/preview/PreviewedDecision.tsx";
import { policyFor } from "#renderer/bridge/decision.ts";
import type { Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";
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
  const role = nameOfRole(policyFor(organization), member.role);
  const impact: Impact[] = [
    { id: "access", icon: <IconDoorExit />, text: t("impact.access", { count: 1 }), tone: "danger" },
    { id: "return", icon: <IconHistory />, text: t("deactivate.return", { role }) },
    { id: "seat", icon: <IconArmchair />, text: t("deactivate.seat") },
  ];
  return (
    <PreviewedDecision
      organization={organization}
      change={{ operation: "member.deactivate", input: { memberId: member.id } }}
      title={t("deactivate.title", { name: member.name, organization: organization.name })}
      confirmLabel={t("act.deactivate")}
      also={impact}
      decide={async (basis) => acts.deactivate(member, basis)}
      onClose={onClose}
    />
  );
}
