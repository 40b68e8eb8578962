import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { PreviewedDecision } from "#renderer/app/preview/PreviewedDecision.tsx";
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
  const impact = useRemovalImpact(organization, [member]);
  return (
    <PreviewedDecision
      organization={organization}
      change={{ operation: "member.remove", input: { memberId: member.id } }}
      tone="danger"
      title={t("remove.title", { name: member.name, organization: organization.name })}
      confirmLabel={common("action.remove")}
      also={impact}
      decide={async (basis) => acts.remove(member, basis)}
      onClose={onClose}
    />
  );
}
