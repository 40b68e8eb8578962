import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { isLastingOwner } from "#domain/policy/decide.ts";
import type { Act } from "#domain/policy/decision.ts";
import { isOwnerClass } from "#domain/policy/policy.ts";
import { useRefusal } from "#renderer/app/explain/useRefusal.tsx";
import { policyFor } from "#renderer/bridge/decision.ts";
import { factsOf } from "../judging.ts";
import type { InvitationRow, MemberRow } from "../people.ts";
import { planOf, type Plan } from "./job.ts";

/** Judges a whole selection beforehand by the same decisions as each row alone. */
export function usePlans(organization: Organization) {
  const { t } = useTranslation("team");
  const { t: frame } = useTranslation("frame");
  const refusal = useRefusal(organization);
  const policy = policyFor(organization);

  /** Each owner of the selection that goes counts, so that the last one whose access has no end is known before the server refuses. */
  const membersPlan = (rows: readonly MemberRow[], act: (row: MemberRow) => Act, keepsOwner: boolean, to?: string) => {
    let { lastingOwners } = organization;
    return planOf<MemberRow>(
      rows,
      ({ member }) => member.name,
      (row) => {
        if (row.member.role === to) return { reason: t("bulk.hasRole") };
        if (row.member.id === organization.me.memberId) return { reason: t("bulk.yourself") };
        const refused = refusal(act(row));
        if (refused.reason !== null || keepsOwner || !isLastingOwner(policy, factsOf(row.member))) return refused;
        if (lastingOwners <= 1) return { reason: frame("refusal.lastOwner") };
        lastingOwners -= 1;
        return refused;
      },
    );
  };

  return {
    roles: (rows: readonly MemberRow[], to: string): Plan<MemberRow> => {
      const act = ({ member }: MemberRow): Act => ({ kind: "changeRole", target: factsOf(member), to });
      return membersPlan(rows, act, isOwnerClass(policy, to), to);
    },
    removal: (rows: readonly MemberRow[]): Plan<MemberRow> =>
      membersPlan(rows, ({ member }) => ({ kind: "remove", target: factsOf(member) }), false),
    deactivation: (rows: readonly MemberRow[]): Plan<MemberRow> =>
      membersPlan(rows, ({ member }) => ({ kind: "deactivate", target: factsOf(member) }), false),
    /** A link for a role gives that role, so it takes what inviting with it would take. */
    resending: (rows: readonly InvitationRow[]): Plan<InvitationRow> =>
      planOf(rows, addressOf, ({ invitation }) => refusal({ kind: "invite", role: invitation.role })),
    revoking: (rows: readonly InvitationRow[]): Plan<InvitationRow> =>
      planOf(rows, addressOf, () => refusal({ kind: "use", permission: "member.invite" })),
  };
}

const addressOf = ({ invitation }: InvitationRow): string => invitation.email;
