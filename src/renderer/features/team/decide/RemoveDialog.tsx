import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { useStillInCharge } from "#renderer/app/people/useStillInCharge.tsx";
import { DecisionDialog } from "#renderer/ui/DecisionDialog.tsx";
import { inSentence } from "../people.ts";
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
  const removal = useRemovalImpact(organization, [member]);
  const inCharge = useStillInCharge(organization, [member]);
  const impact = inCharge ? [...removal, inCharge] : removal;
  const confirm = async () => {
    setPending(true);
    await acts.remove(member);
    onClose();
  };
  return (
    <DecisionDialog
      opened
      tone="danger"
      title={t("remove.title", { name: inSentence(member.name), organization: inSentence(organization.name) })}
      impact={impact}
      confirmLabel={common("action.remove")}
      pending={pending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
