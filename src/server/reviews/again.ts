import type { DecidedAgain, FormerDecision } from "#contract/entities/review.ts";
import { isAnswer, mostAgain } from "#domain/review/again.ts";
import { ownRefusal, type ReviewDecision } from "#domain/review/decisions.ts";
import { flagOf } from "#domain/review/outcome.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { invalid } from "../operations/invalid.ts";
import { itemsAbout, rewriteItems, type AgainRow, type ItemAbout } from "../storage/queries/review-again.ts";
import { hasWaiting } from "../storage/queries/review-items.ts";
import { updateReview, type ReviewRow } from "../storage/queries/reviews.ts";
import { requireOwn, requireStep } from "./mine.ts";
import { decisionOf } from "./review-of.ts";
import { requireDistinct } from "./submit.ts";

/**
 * Takes decisions again that no longer fitted: they wait to be carried out on who the person is now, or are withdrawn.
 * What was decided before stays with them. Answers the review's row, which waits for being carried out again.
 */
export async function decideAgain(
  context: OrganizationContext,
  review: ReviewRow,
  items: readonly DecidedAgain[],
): Promise<ReviewRow> {
  const { db, caller } = context;
  requireOwn(context, review);
  const status = requireStep(review, "again", "submitted");
  requireDistinct(items);
  const known = await itemsAbout(
    db,
    review,
    items.map(({ memberId }) => memberId),
  );
  if (known.length < items.length) invalid("items", "unknownMember", "Some are not in this review");
  const byMember = new Map(items.map((item) => [item.memberId, item]));
  await rewriteItems(
    db,
    review,
    known.flatMap((item) => {
      const again = byMember.get(item.member_id);
      if (again === undefined) return [];
      const own = item.member_id === review.member_id;
      const refusal = again.decision === null ? null : ownRefusal(own, again.decision);
      if (refusal !== null) refuse({ kind: "forbidden", refusal });
      return [rowAgain(item, again, caller.now)];
    }),
  );
  return (await hasWaiting(db, review))
    ? updateReview(db, review, { status, applied_at: null })
    : updateReview(db, review, { status: review.status });
}

function rowAgain(item: ItemAbout, { seen, decision }: DecidedAgain, now: Date): AgainRow {
  const before = decisionOf(item);
  if (before === null || (item.state !== "waiting" && item.state !== "flagged")) {
    refuse({ kind: "conflict", code: "reviewStatus" });
  }
  if (!isAnswer(before, decision)) invalid("items", "another", "Only the same decision, to keep, or none");
  // What was answered already is answered no second time.
  if (item.flag === "withdrawn" || isSame(item, before, seen, decision)) {
    refuse({ kind: "conflict", code: "stateMoved" });
  }
  const former = [...item.former, formerOf(item, before)];
  if (former.length > mostAgain) refuse({ kind: "limitReached", limit: "size" });
  const at = now.toISOString();
  const { position } = item;
  if (seen === null || decision === null) {
    const { to_role, seen_role, seen_status, decided_at } = item;
    const stays = { decision: item.decision, to_role, seen: item.seen, seen_role, seen_status };
    return { position, ...stays, decided_at: told(decided_at), state: "flagged", flag: "withdrawn", at, former };
  }
  return {
    position,
    decision: decision.kind,
    to_role: decision.kind === "changeRole" ? decision.to : null,
    seen: { ...item.seen, ...seen },
    seen_role: seen.role,
    seen_status: seen.status,
    decided_at: at,
    state: "waiting",
    flag: null,
    at: null,
    former,
  };
}

const told = (at: Date | null): string | null => at?.toISOString() ?? null;

function isSame(item: ItemAbout, before: ReviewDecision, seen: DecidedAgain["seen"], again: DecidedAgain["decision"]) {
  if (item.state === "flagged" || seen === null || again === null) return false;
  return item.seen_role === seen.role && item.seen_status === seen.status && before.kind === again.kind;
}

/** A decision as it stood, and why it no longer fitted. */
function formerOf(item: ItemAbout, decision: ReviewDecision): FormerDecision {
  const seen = { role: item.seen_role, status: item.seen_status };
  const present = item.role === null || item.status === null ? null : { role: item.role, status: item.status };
  const flag = item.state === "flagged" ? item.flag : flagOf(seen, decision, present);
  return { decision, decidedAt: told(item.decided_at), seen, flag, flaggedAt: told(item.at) };
}
