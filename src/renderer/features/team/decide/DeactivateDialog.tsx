import { IconArmchair, IconDoorExit, IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreview } from "#renderer/app/preview/usePreview.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { DecisionDialog, type Impact } from "#renderer/ui/DecisionDialog.tsx";
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
  const previewed = usePreview(organization.id, { operation: "member.deactivate", input: { memberId: member.id } });
  const role = nameOfRole(policyFor(organization), member.role);
  const impact: Impact[] = [
    { id: "access", icon: <IconDoorExit />, text: t("impact.access", { count: 1 }), tone: "danger" },
    { id: "return", icon: <IconHistory />, text: t("deactivate.return", { role }) },
    { id: "seat", icon: <IconArmchair />, text: t("deactivate.seat") },
  ];
  const confirm = async () => {
    setPending(true);
    const done = await acts.deactivate(member, previewed.basis);
    setPending(false);
    if (done) onClose();
    else previewed.again();
  };
  return (
    <DecisionDialog
      opened
      title={t("deactivate.title", { name: member.name, organization: organization.name })}
      confirmLabel={t("act.deactivate")}
      pending={pending}
      ready={previewed.ready}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <PreviewPanel organization={organization} previewed={previewed} also={impact} />
    </DecisionDialog>
  );
}
