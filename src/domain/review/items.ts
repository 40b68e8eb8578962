import type { Policy } from "../policy/policy.ts";
import type { WorkspaceFacts } from "../workspaceAccess.ts";
import type { ReviewedMember } from "./member.ts";
import { recommend, type Recommendation, type Suggestion } from "./recommend.ts";
import { isInScope, type ReviewScope } from "./scope.ts";
import type { UsageRecord } from "./usage.ts";

/** Most people in one review, and most whose access it changes. Larger organizations are reviewed in several. */
export const mostReviewed = 20_000;
export const mostChanged = 5_000;

/** A person of a review, before anything is decided. */
export interface ProposedItem {
  readonly member: ReviewedMember;
  readonly recommendation: Recommendation;
  /** Whether it is the reviewer's own access, which somebody else had better look at. */
  readonly own: boolean;
}

/** What a review is proposed from. */
export interface ReviewFacts {
  readonly policy: Policy;
  readonly workspace: Omit<WorkspaceFacts, "status"> | null;
  readonly usage: UsageRecord | null;
  readonly owners: number;
  /** The reviewer's own membership. */
  readonly reviewerId: string;
  readonly now: number;
}

const urgency: Readonly<Record<Suggestion["kind"], number>> = {
  remove: 0,
  deactivate: 1,
  changeRole: 2,
  look: 3,
  keep: 4,
};

/** The people whom a review looks at, those with the strongest recommendation first, then higher roles, then names. */
export function proposedItems(
  members: readonly ReviewedMember[],
  scope: ReviewScope,
  facts: ReviewFacts,
): ProposedItem[] {
  const rank = (role: string): number => facts.policy.roles.get(role)?.rank ?? 0;
  return members
    .filter((member) => isInScope(member, scope, facts))
    .map((member) => ({
      member,
      recommendation: recommend(member, facts),
      own: member.memberId === facts.reviewerId,
    }))
    .sort(
      (a, b) =>
        urgency[a.recommendation.suggestion.kind] - urgency[b.recommendation.suggestion.kind] ||
        rank(b.member.role) - rank(a.member.role) ||
        compare(a.member.name.toLowerCase(), b.member.name.toLowerCase()) ||
        compare(a.member.memberId, b.member.memberId),
    );
}

// By code units, so that every desktop gives the same order.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
