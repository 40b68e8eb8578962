import { IconUserUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { assignersOf } from "#domain/policy/policy.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { PreviewedDecision } from "#renderer/app/preview/PreviewedDecision.tsx";
import { policyFor } from "#renderer/bridge/decision.ts";
import type { Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { useMemberActs } from "../useMemberActs.ts";

interface StepDownDialogProps {
  readonly organization: Organization;
  /** The person's own membership. */
  readonly member: Member;
  readonly role: string;
  readonly onClose: () => void;
}

/** Giving up one's own role, which one cannot take back oneself. */
export function StepDownDialog({ organization, member, role, onClose }: StepDownDialogProps) {
  const { t } = useTranslation("team");
  const acts = useMemberActs(organization);
  const policy = policyFor(organization);
  const name = (key: string) => nameOfRole(policy, key);
  const givers = new Intl.ListFormat("en", { type: "disjunction" }).format(assignersOf(policy, member.role).map(name));
  const back: Impact = {
    id: "back",
    icon: <IconUserUp />,
    text: givers === "" ? t("stepDown.never") : t("stepDown.back", { roles: givers, role: name(member.role) }),
    tone: "warning",
  };
  return (
    <PreviewedDecision
      organization={organization}
      change={{ operation: "member.changeRole", input: { memberId: member.id, role } }}
      tone="danger"
      title={t("stepDown.title", { role: name(role) })}
      confirmLabel={t("stepDown.confirm", { role: name(role) })}
      also={[back]}
      decide={async (basis) => acts.changeRole(member, role, basis)}
      onClose={onClose}
    />
  );
}
