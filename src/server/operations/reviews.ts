import { decodeCursor } from "#domain/cursor.ts";
import { isOwnerClass } from "#domain/policy/policy.ts";
import type { AuditEntry } from "../dispatch/audit.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { found, refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { enqueueReview } from "../jobs/review-job.ts";
import { decideAgain } from "../reviews/again.ts";
import { giveEvidence } from "../reviews/give-evidence.ts";
import { signEvidence } from "../reviews/evidence.ts";
import { requireOwn, requireReviewing, requireSeeing, requireStep, reviewFor, reviewSeen } from "../reviews/mine.ts";
import { listAllReviews } from "../reviews/everywhere.ts";
import { previewReview } from "../reviews/preview.ts";
import { itemOf, reviewsOf } from "../reviews/review-of.ts";
import { advanceSchedule } from "../reviews/schedule.ts";
import { receive } from "../reviews/submit.ts";
import { endKept, hasWaiting, itemsAfter } from "../storage/queries/review-items.ts";
import { countReviews, reviewPage, updateReview, type ReviewRow } from "../storage/queries/reviews.ts";
import { cleaned } from "./invalid.ts";
import { foreignCursor, isId, isPast, isPosition, pageOf, scopeOf } from "./places.ts";

const listScope = "reviews";

/** Reviews are about the whole organization, and nothing of a person stands in their events. */
const event = (
  { organization }: OrganizationContext,
  before: string | null,
  after: AuditEntry["after"],
): AuditEntry => ({
  target: { type: "organization", id: organization.id, name: organization.name },
  before: before === null ? null : { status: before },
  after,
});

async function answer({ db, account }: OrganizationContext, row: ReviewRow) {
  return found((await reviewsOf(db, [row], account.id))[0], "review");
}

function placeAt(cursor: string): { at: Date; id: string } {
  const [time, id] = decodeCursor(listScope, cursor) ?? [];
  return isPast(time) && isId(id) ? { at: new Date(time), id } : foreignCursor();
}

function positionAt(scope: string, cursor: string): number {
  const position = decodeCursor(scope, cursor)?.[0];
  return isPosition(position) ? position : foreignCursor();
}

export const reviewHandlers = {
  "review.submit": async (context, part) => {
    requireReviewing(context);
    const row = await receive(context, part);
    const items = part.items.length;
    return {
      events: [event(context, null, { review: row.id, status: row.status, items, offset: part.offset, of: row.total })],
      output: () => answer(context, row),
    };
  },
  "review.list": async (context, { cursor, limit }) => {
    requireSeeing(context);
    const { db, organization, account } = context;
    const before = cursor === undefined ? null : placeAt(cursor);
    const [rows, total] = await Promise.all([
      reviewPage(db, organization.id, { before, limit: limit + 1 }),
      countReviews(db, organization.id),
    ]);
    const { items, next } = pageOf(listScope, rows, limit, ({ created_at, id }) => [created_at.getTime(), id]);
    return { items: await reviewsOf(db, items, account.id), next, total, matching: before === null ? total : null };
  },
  "review.get": async (context, { reviewId }) => answer(context, await reviewSeen(context, reviewId)),
  "review.listAll": listAllReviews,
  "review.items": async (context, { reviewId, state, cursor, limit }) => {
    const row = await reviewFor(context, reviewId);
    const scope = scopeOf("reviewItems", [reviewId, state]);
    const after = cursor === undefined ? -1 : positionAt(scope, cursor);
    const [rows, { counts }] = await Promise.all([
      itemsAfter(context.db, row, state, { after, limit: limit + 1 }),
      answer(context, row),
    ]);
    const page = rows.map((item) => ({ id: item.member_id, item }));
    const { items, next } = pageOf(scope, page, limit, ({ item }) => [item.position]);
    const matching = (state ?? []).reduce((sum, one) => sum + counts[one], 0);
    return {
      items: items.map(({ item }) => itemOf(item, row.member_id)),
      next,
      total: counts.total,
      matching: cursor !== undefined ? null : state === undefined ? counts.total : matching,
    };
  },
  "review.preview": async (context, { reviewId }) => previewReview(context, await reviewFor(context, reviewId)),
  "review.apply": async (context, { reviewId }) => {
    const { db, caller, organization } = context;
    const row = await reviewFor(context, reviewId);
    requireOwn(context, row);
    const status = requireStep(row, "apply", "applying");
    await endKept(db, row, caller.now);
    const waits = await hasWaiting(db, row);
    if (waits) await enqueueReview(db, organization.id, row.id);
    const applied = await updateReview(
      db,
      row,
      waits ? { status } : { status: requireStep({ ...row, status }, "end", "applied"), applied_at: caller.now },
    );
    const { counts } = await answer(context, applied);
    const { waiting, kept, flagged } = counts;
    return {
      events: [event(context, row.status, { review: row.id, status: applied.status, waiting, kept, flagged })],
      output: () => answer(context, applied),
    };
  },
  "review.decideAgain": async (context, { reviewId, items }) => {
    const row = await reviewFor(context, reviewId);
    const again = await decideAgain(context, row, items);
    const withdrawn = items.filter(({ decision }) => decision === null).length;
    const counted = { again: items.length - withdrawn, withdrawn };
    return {
      events: [event(context, row.status, { review: row.id, status: again.status, ...counted })],
      output: () => answer(context, again),
    };
  },
  "review.finish": async (context, { reviewId, undecidedReason }) => {
    const { db, caller } = context;
    const row = await reviewFor(context, reviewId);
    requireOwn(context, row);
    const status = requireStep(row, "finish", "finished");
    const reason = cleaned("undecidedReason", undecidedReason, { max: 500, optional: true, multiline: true });
    const { counts } = await answer(context, row);
    if (counts.undecided > 0 && reason === "") refuse({ kind: "conflict", code: "reviewUndecided" });
    const { file, digest } = await signEvidence(context, row, reason);
    const set = { status, finished_at: caller.now, undecided_reason: reason, evidence: file, evidence_digest: digest };
    const finished = await updateReview(db, row, { ...set, leased_by: null, leased_until: null });
    await advanceSchedule(context, finished);
    return {
      events: [event(context, row.status, { review: row.id, status, digest, ...counts })],
      output: () => answer(context, finished),
    };
  },
  "review.abandon": async (context, { reviewId, reason }) => {
    const { db, caller, policy, me } = context;
    const row = await reviewFor(context, reviewId);
    if (!isOwnerClass(policy, me.role)) requireOwn(context, row);
    const status = requireStep(row, "abandon", "abandoned");
    const why = cleaned("reason", reason, { max: 500, optional: true, multiline: true });
    const abandoned = await updateReview(db, row, { status, abandoned_at: caller.now, undecided_reason: why });
    return {
      events: [event(context, row.status, { review: row.id, status })],
      output: () => answer(context, abandoned),
    };
  },
  "review.evidence": giveEvidence,
} satisfies Partial<Handlers>;
