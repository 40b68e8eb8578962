import type { Review, ReviewItem } from "#contract/entities/review.ts";
import { noCounts, type ReviewCounts } from "#domain/review/outcome.ts";
import type { ReviewDecision } from "#domain/review/decisions.ts";
import type { Db } from "../storage/database.ts";
import type { ReviewItemRow } from "../storage/queries/review-items.ts";
import { countItemsOf, type ReviewRow } from "../storage/queries/reviews.ts";

type Grouped = Awaited<ReturnType<typeof countItemsOf>>[number];

function counted(counts: ReviewCounts, { decision, state, items }: Grouped): ReviewCounts {
  const inState = { ...counts, total: counts.total + items, [state]: counts[state] + items };
  return decision === null ? inState : { ...inState, [decision]: inState[decision] + items };
}

/** Two organizations may have a review of the same id. */
const placeOf = (organizationId: string, reviewId: string): string => `${organizationId} ${reviewId}`;

/** Reviews as a person sees them. */
export async function reviewsOf(db: Db, rows: readonly ReviewRow[], accountId: string): Promise<Review[]> {
  if (rows.length === 0) return [];
  const groups = Map.groupBy(await countItemsOf(db, rows), ({ organization_id, review_id }) =>
    placeOf(organization_id, review_id),
  );
  return rows.map((row) => {
    const items = groups.get(placeOf(row.organization_id, row.id)) ?? [];
    return reviewOf(row, items.reduce(counted, noCounts), accountId);
  });
}

const reviewOf = (row: ReviewRow, counts: ReviewCounts, accountId: string): Review => ({
  id: row.id,
  organizationId: row.organization_id,
  batchId: row.batch_id,
  scope: row.scope,
  status: row.status,
  reviewer: { accountId: row.account_id, name: row.reviewer_name },
  mine: row.account_id === accountId,
  startedAt: row.started_at.toISOString(),
  asOf: row.as_of,
  total: row.total,
  received: counts.total,
  counts,
  submittedAt: row.submitted_at?.toISOString() ?? null,
  appliedAt: row.applied_at?.toISOString() ?? null,
  finishedAt: row.finished_at?.toISOString() ?? null,
  abandonedAt: row.abandoned_at?.toISOString() ?? null,
  undecidedReason: row.undecided_reason,
  evidenceDigest: row.evidence_digest,
});

/** The decision of an item, null where nobody decided. */
export function decisionOf({
  decision,
  to_role: to,
}: Pick<ReviewItemRow, "decision" | "to_role">): ReviewDecision | null {
  if (decision === null) return null;
  return decision === "changeRole" ? { kind: decision, to: to ?? "" } : { kind: decision };
}

export const itemOf = (row: ReviewItemRow, reviewerId: string): ReviewItem => ({
  position: row.position,
  memberId: row.member_id,
  name: row.name,
  email: row.email,
  own: row.member_id === reviewerId,
  seen: row.seen,
  recommendation: row.recommendation,
  decision: decisionOf(row),
  decidedAt: row.decided_at?.toISOString() ?? null,
  comment: row.comment,
  former: [...row.former],
  outcome: {
    state: row.state,
    flag: row.flag,
    fault: row.fault,
    at: row.at?.toISOString() ?? null,
    revision: row.revision,
  },
});
