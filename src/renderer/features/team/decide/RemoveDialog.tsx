import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreview } from "#renderer/app/preview/usePreview.ts";
import { DecisionDialog } from "#renderer/ui/DecisionDialog.tsx";
import { useMemberActs } from "../useMemberActs.ts";
import { useRemovalImpact } from "./useRemovalImpact.tsx";

interface RemoveDialogProps {
  readonly organization: Organization;
  readonly member: Member;
  readonly onClose: () => void;
}

/** Removing one person. */
export function RemoveDialog({ organization, member, onClose }: RemoveDialogProps) {
  const { t } = useTranslation("team");
  const { t: common } = useTranslation();
  const acts = useMemberActs(organization);
  const [pending, setPending] = useState(false);
  const impact = useRemovalImpact(organization, [member]);
  const previewed = usePreview(organization.id, { operation: "member.remove", input: { memberId: member.id } });
  const confirm = async () => {
    setPending(true);
    const done = await acts.remove(member, previewed.basis);
    setPending(false);
    if (done) onClose();
    else previewed.again();
  };
  return (
    <DecisionDialog
      opened
      tone="danger"
      title={t("remove.title", { name: member.name, organization: organization.name })}
      confirmLabel={common("action.remove")}
      pending={pending}
      ready={previewed.ready}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <PreviewPanel organization={organization} previewed={previewed} also={impact} />
    </DecisionDialog>
  );
}
