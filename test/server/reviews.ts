import type { Given } from "#contract/operations.ts";
import type { MemberFacts } from "#domain/policy/decision.ts";

/** How far a review was brought. */
export type ReviewedTo = "submitted" | "applied" | "finished";

export const joinedAt = "2026-01-05T09:00:00.000Z";
export const decidedAt = "2026-05-04T10:00:00.000Z";

/** A review of one person as a desktop sends it; it keeps them unless it says otherwise. */
export const reviewOf = (
  organizationId: string,
  reviewId: string,
  ...members: readonly Pick<MemberFacts, "memberId" | "role">[]
): Given<"review.submit"> => ({
  organizationId,
  reviewId,
  scope: { kind: "all" },
  startedAt: decidedAt,
  asOf: 0,
  total: members.length,
  items: members.map(({ memberId, role }) => ({
    memberId,
    seen: {
      role,
      status: "active",
      joinedAt,
      lastSeenAt: null,
      twoFactor: false,
      workspaces: { scope: "none", count: 0 },
    },
    recommendation: { suggestion: { kind: "keep" }, reasons: [] },
    decision: { kind: "keep" },
    decidedAt,
  })),
});
