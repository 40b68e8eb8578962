import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreview } from "#renderer/app/preview/usePreview.ts";
import { DecisionDialog } from "#renderer/ui/DecisionDialog.tsx";
import { useStandingActs } from "../useStandingActs.ts";

interface ReactivateDialogProps {
  readonly organization: Organization;
  readonly member: Member;
  readonly onClose: () => void;
}

/** Giving one person access again. It takes a seat, and the role may give other things by now than it did. */
export function ReactivateDialog({ organization, member, onClose }: ReactivateDialogProps) {
  const { t } = useTranslation("team");
  const acts = useStandingActs(organization);
  const [pending, setPending] = useState(false);
  const previewed = usePreview(organization.id, { operation: "member.reactivate", input: { memberId: member.id } });
  const confirm = async () => {
    setPending(true);
    const done = await acts.reactivate(member, previewed.basis);
    setPending(false);
    if (done) onClose();
    else previewed.again();
  };
  return (
    <DecisionDialog
      opened
      title={t("reactivate.title", { name: member.name, organization: organization.name })}
      confirmLabel={t("act.reactivate")}
      pending={pending}
      ready={previewed.ready}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <PreviewPanel organization={organization} previewed={previewed} />
    </DecisionDialog>
  );
}
