import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { roleOf } from "#domain/policy/policy.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreview } from "#renderer/app/preview/usePreview.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { DecisionDialog } from "#renderer/ui/DecisionDialog.tsx";
import { useMemberActs } from "../useMemberActs.ts";

interface ChangeRoleDialogProps {
  readonly organization: Organization;
  readonly member: Member;
  readonly role: string;
  readonly onClose: () => void;
}

/** Giving one person another role, with what that gives and takes before it is done. */
export function ChangeRoleDialog({ organization, member, role, onClose }: ChangeRoleDialogProps) {
  const { t } = useTranslation("preview");
  const acts = useMemberActs(organization);
  const [pending, setPending] = useState(false);
  const previewed = usePreview(organization.id, {
    operation: "member.changeRole",
    input: { memberId: member.id, role },
  });
  const words = { name: member.name, role: roleOf(policyFor(organization), role)?.name ?? role };
  const confirm = async () => {
    setPending(true);
    const done = await acts.changeRole(member, role, previewed.basis);
    setPending(false);
    if (done) onClose();
    else previewed.again();
  };
  return (
    <DecisionDialog
      opened
      title={t("changeRole.title", words)}
      confirmLabel={t("changeRole.confirm", words)}
      pending={pending}
      ready={previewed.ready}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <PreviewPanel organization={organization} previewed={previewed} />
    </DecisionDialog>
  );
}
