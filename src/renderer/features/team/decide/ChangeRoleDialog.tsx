import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { roleOf } from "#domain/policy/policy.ts";
import { PreviewedDecision } from "#renderer/app/preview/PreviewedDecision.tsx";
import { policyFor } from "#renderer/bridge/decision.ts";
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
  const words = { name: member.name, role: roleOf(policyFor(organization), role)?.name ?? role };
  return (
    <PreviewedDecision
      organization={organization}
      change={{ operation: "member.changeRole", input: { memberId: member.id, role } }}
      title={t("changeRole.title", words)}
      confirmLabel={t("changeRole.confirm", words)}
      decide={async (basis) => acts.changeRole(member, role, basis)}
      onClose={onClose}
    />
  );
}
