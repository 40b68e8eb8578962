import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DeskReviewPerson } from "#contract/entities/deskReview.ts";
import type { ReviewDecision } from "#contract/entities/review.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { Decision } from "#domain/policy/decision.ts";
import type { Policy } from "#domain/policy/policy.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { decisionOptions } from "#domain/review/decisions.ts";
import { useOrganizations } from "#renderer/app/organizations/useOrganizations.ts";
import { refusalText } from "#renderer/app/refusal.ts";
import { policyFor } from "#renderer/bridge/decision.ts";

/** A decision that makes sense about somebody, and why it may not be taken; null where it may. */
export interface Option {
  readonly decision: ReviewDecision;
  readonly refusal: string | null;
}

export interface Rules {
  readonly organization: Organization | undefined;
  readonly policy: Policy | undefined;
  readonly options: readonly Option[];
  readonly roleName: (role: string) => string;
}

/** What the rules let the reviewer decide about people, by each person's organization. */
export function useRules(): (
  person: Pick<DeskReviewPerson, "organizationId" | "memberId" | "seen" | "accessUntil">,
) => Rules {
  const { t } = useTranslation("frame");
  const { organizations } = useOrganizations();
  const byId = useMemo(() => new Map(organizations.map((each) => [each.id, each])), [organizations]);
  return useCallback(
    ({ organizationId, memberId, seen, accessUntil }) => {
      const organization = byId.get(organizationId);
      if (organization === undefined) {
        return { organization, policy: undefined, options: [], roleName: (role) => role };
      }
      const policy = policyFor(organization);
      const reviewer = { ...organization.me, status: "active" } as const;
      const target = { memberId, role: seen.role, status: seen.status, ends: accessUntil !== null };
      const facts = { lastingOwners: organization.lastingOwners, held: organization.purgeAt !== null };
      const textOf = (verdict: Decision) =>
        verdict.allowed ? null : refusalText(t, verdict.reason, { policy, role: reviewer.role });
      const options = decisionOptions(policy, reviewer, target, facts).map(({ decision, verdict }) => ({
        decision,
        refusal: textOf(verdict),
      }));
      return { organization, policy, options, roleName: (role) => nameOfRole(policy, role) };
    },
    [byId, t],
  );
}

export const optionOf = (options: readonly Option[], decision: ReviewDecision): Option | undefined =>
  options.find(({ decision: each }) => isSame(each, decision));

const isSame = (a: ReviewDecision, b: ReviewDecision): boolean =>
  a.kind === b.kind && (a.kind !== "changeRole" || b.kind !== "changeRole" || a.to === b.to);

/** The decision that a recommendation comes to; to look twice comes to none. */
export function decisionOf({ recommendation }: Pick<DeskReviewPerson, "recommendation">): ReviewDecision | null {
  const { suggestion } = recommendation;
  return suggestion.kind === "look" ? null : suggestion;
}
