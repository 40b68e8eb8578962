import { genesisHash } from "#domain/audit/chain.ts";
import { newId } from "#server/storage/ids.ts";
import type { Person, TestServer } from "#test/support/server.ts";
import type { Given } from "#contract/operations.ts";
import type { ReviewDecision } from "#domain/review/decisions.ts";
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

/** A person of a review with what is decided about them. */
export interface Decided extends Pick<MemberFacts, "memberId" | "role"> {
  readonly decision: ReviewDecision | null;
  readonly comment?: string;
}

/** A review with these people and decisions. */
export function decided(review: Given<"review.submit">, decisions: readonly Decided[]): Given<"review.submit"> {
  const items = decisions.flatMap((one) =>
    reviewOf(review.organizationId, review.reviewId, one).items.map((item) => ({
      ...item,
      decision: one.decision,
      decidedAt: one.decision === null ? null : decidedAt,
      comment: one.comment ?? "",
    })),
  );
  return { ...review, total: items.length, items };
}

interface Furnishing {
  readonly reviewer: { readonly person: Person; readonly memberId: string };
  readonly target: Pick<MemberFacts, "memberId" | "role">;
  readonly to?: ReviewedTo | undefined;
  /** A desktop makes it, so that another organization may have the same. */
  readonly id?: string;
}

const soon = new Date("2026-05-04T11:00:00.000Z");
const stateAt = { submitted: "waiting", applied: "kept", finished: "kept" } as const;

/** A review of one person in the database, brought as far as asked. */
export async function furnishReview(
  server: TestServer,
  organizationId: string,
  { reviewer, target, to = "submitted", id = newId() }: Furnishing,
): Promise<string> {
  const { system } = server.services.pools;
  await system
    .insertInto("reviews")
    .values({
      organization_id: organizationId,
      id,
      batch_id: null,
      account_id: reviewer.person.accountId,
      member_id: reviewer.memberId,
      reviewer_name: reviewer.person.name,
      reviewer_email: reviewer.person.email,
      scope: JSON.stringify({ kind: "all" }),
      status: to,
      started_at: soon,
      as_of: 0,
      as_of_hash: genesisHash,
      total: 1,
      created_at: soon,
      submitted_at: soon,
      applied_at: to === "submitted" ? null : soon,
      finished_at: to === "finished" ? soon : null,
      evidence: to === "finished" ? "{}\n" : null,
      evidence_digest: null,
    })
    .execute();
  const [item] = reviewOf(organizationId, id, target).items;
  await system
    .insertInto("review_items")
    .values({
      organization_id: organizationId,
      review_id: id,
      position: 0,
      member_id: target.memberId,
      name: "Target",
      email: "target@example.com",
      seen: JSON.stringify(item?.seen),
      seen_role: target.role,
      seen_status: "active",
      recommendation: JSON.stringify(item?.recommendation),
      decision: "keep",
      decided_at: soon,
      state: stateAt[to],
    })
    .execute();
  return id;
}

/** A schedule that reminds the owners of a review in 2040. */
export const furnishSchedule = (server: TestServer, organizationId: string): Promise<unknown> =>
  server.services.pools.system
    .insertInto("review_schedules")
    .values({
      organization_id: organizationId,
      rhythm: "quarterly",
      first_due_on: "2040-01-31",
      scope: JSON.stringify({ kind: "all" }),
      reviewer_ids: [],
      next_due_on: "2040-01-31",
      reminded: null,
    })
    .execute();
