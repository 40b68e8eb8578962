import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { PreviewedDecision } from "#renderer/app/preview/PreviewedDecision.tsx";
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
  return (
    <PreviewedDecision
      organization={organization}
      change={{ operation: "member.reactivate", input: { memberId: member.id } }}
      title={t("reactivate.title", { name: member.name, organization: organization.name })}
      confirmLabel={t("act.reactivate")}
      decide={async (basis) => acts.reactivate(member, basis)}
      onClose={onClose}
    />
  );
}
