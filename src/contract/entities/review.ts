import { permissions, type Permission } from "#domain/policy/permissions.ts";
import { mostReviewed } from "#domain/review/items.ts";
import type { ReviewDecision as Decision } from "#domain/review/decisions.ts";
import { outcomeStates, reviewFlags } from "#domain/review/outcome.ts";
import type { Recommendation } from "#domain/review/recommend.ts";
import type { ReviewScope as Scope } from "#domain/review/scope.ts";
import { accessScopes } from "#domain/workspaceAccess.ts";
import { z } from "zod";
import { Fault } from "../fault.ts";
import { id, instant, prose } from "../scalars.ts";

const roleKey = z.string().min(1).max(60);
const days = z.int().min(0).max(40_000);
const permission = z.enum(permissions as [Permission, ...Permission[]]);
const some = z.array(permission).max(permissions.length).readonly();

/** An instant that a desktop's clock told: within reason, since it is kept and signed. */
const told = instant.refine((at) => at >= "2000" && at < "2200", "Give an instant between 2000 and 2200");

/** Whose access a review looks at; the same union as the domain's. */
export const ReviewScope = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("all") }),
  z.strictObject({ kind: z.literal("admins") }),
  z.strictObject({ kind: z.literal("inactive"), days: z.int().min(1).max(3650) }),
  z.strictObject({ kind: z.literal("workspace"), workspaceId: id }),
]) satisfies z.ZodType<Scope>;
export type ReviewScope = z.infer<typeof ReviewScope>;

/** What is decided about somebody's access; the same union as the domain's. */
export const ReviewDecision = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("keep") }),
  z.strictObject({ kind: z.literal("changeRole"), to: roleKey }),
  z.strictObject({ kind: z.literal("deactivate") }),
  z.strictObject({ kind: z.literal("remove") }),
]) satisfies z.ZodType<Decision>;
export type ReviewDecision = z.infer<typeof ReviewDecision>;

const ReviewReason = z.discriminatedUnion("code", [
  z.strictObject({ code: z.literal("inactive"), days }),
  z.strictObject({ code: z.literal("neverSignedIn"), days }),
  z.strictObject({ code: z.literal("moreThanNeeded"), days, role: roleKey, unused: some, unrecorded: some }),
  z.strictObject({ code: z.literal("noTwoFactor"), administers: z.boolean() }),
]);

/** What the desktop recommended, and why; the same as the domain's. */
export const ReviewRecommendation = z.strictObject({
  suggestion: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("keep") }),
    z.strictObject({ kind: z.literal("look") }),
    z.strictObject({ kind: z.literal("changeRole"), to: roleKey }),
    z.strictObject({ kind: z.literal("deactivate") }),
    z.strictObject({ kind: z.literal("remove") }),
  ]),
  reasons: z.array(ReviewReason).max(4).readonly(),
}) satisfies z.ZodType<Recommendation>;
export type ReviewRecommendation = z.infer<typeof ReviewRecommendation>;

/**
 * What the reviewer saw of a member, as of the review's revision. The decision rests on `role` and `status`: where
 * either is another when it is carried out, it is flagged instead.
 */
export const ReviewSeen = z.strictObject({
  role: roleKey,
  status: z.enum(["active", "deactivated"]),
  joinedAt: told,
  lastSeenAt: told.nullable(),
  twoFactor: z.boolean(),
  /** The workspaces within reach; `count` is null where the reviewer could not see all of them. */
  workspaces: z.strictObject({ scope: z.enum(accessScopes), count: z.int().min(0).nullable() }),
});
export type ReviewSeen = z.infer<typeof ReviewSeen>;

/** A person of a review, as the desktop sends it. `decidedAt` goes with a decision, by the desktop's clock. */
export const SubmittedItem = z
  .strictObject({
    memberId: id,
    seen: ReviewSeen,
    recommendation: ReviewRecommendation,
    decision: ReviewDecision.nullable(),
    decidedAt: told.nullable(),
    comment: prose(500).default(""),
  })
  .refine(({ decision, decidedAt }) => (decision === null) === (decidedAt === null), {
    message: "A decision and its time go together",
    path: ["decidedAt"],
  })
  .refine(({ decision, seen }) => decision?.kind !== "changeRole" || decision.to !== seen.role, {
    message: "This is the role that they have",
    path: ["decision"],
  });
export type SubmittedItem = z.infer<typeof SubmittedItem>;

/** The state on which a decision rests, as the reviewer saw it; the same as the domain's. */
const SeenState = ReviewSeen.pick({ role: true, status: true });

/**
 * A decision that no longer fitted, taken again: on who the person is now (`seen`), to keep them or as before. Without
 * a decision it is withdrawn, and nothing is done.
 */
export const DecidedAgain = z
  .strictObject({ memberId: id, seen: SeenState.nullable(), decision: ReviewDecision.nullable() })
  .refine(({ decision, seen }) => (decision === null) === (seen === null), {
    message: "A decision and what it rests on go together",
    path: ["seen"],
  })
  .refine(({ decision, seen }) => decision?.kind !== "changeRole" || decision.to !== seen?.role, {
    message: "This is the role that they have",
    path: ["decision"],
  });
export type DecidedAgain = z.infer<typeof DecidedAgain>;

/** What was decided before; `flag` says why it no longer fitted, null where the command would have been refused. */
export const FormerDecision = z.object({
  decision: ReviewDecision,
  decidedAt: instant.nullable(),
  seen: SeenState,
  flag: z.enum(reviewFlags).nullable(),
  /** When it was flagged; null where that was foreseen before it was carried out. */
  flaggedAt: instant.nullable(),
});
export type FormerDecision = z.infer<typeof FormerDecision>;

/** What became of an item. `revision`: where the audit log tells of it. `fault`: why the command was refused. */
export const ReviewOutcome = z.object({
  state: z.enum(outcomeStates),
  flag: z.enum(reviewFlags).nullable(),
  fault: Fault.nullable(),
  at: instant.nullable(),
  revision: z.int().nullable(),
});
export type ReviewOutcome = z.infer<typeof ReviewOutcome>;

/** A person of a review, as the server keeps it. Name and address are the server's own. */
export const ReviewItem = z.object({
  /** Counts from 0 in the order in which the review was sent. */
  position: z.int(),
  memberId: id,
  name: z.string(),
  email: z.string(),
  /** Whether it is the reviewer's own access. */
  own: z.boolean(),
  seen: ReviewSeen,
  recommendation: ReviewRecommendation,
  decision: ReviewDecision.nullable(),
  decidedAt: instant.nullable(),
  comment: z.string(),
  /** Decisions that were taken again, the first one first. */
  former: z.array(FormerDecision),
  outcome: ReviewOutcome,
});
export type ReviewItem = z.infer<typeof ReviewItem>;

const count = z.int().min(0);

/** How many items are decided how, and where they stand. */
export const ReviewCounts = z.object({
  total: count,
  undecided: count,
  keep: count,
  changeRole: count,
  deactivate: count,
  remove: count,
  waiting: count,
  kept: count,
  applied: count,
  flagged: count,
});
export type ReviewCounts = z.infer<typeof ReviewCounts>;

/** A review of who has access to one organization. Several that were started together share `batchId`. */
export const Review = z.object({
  id,
  organizationId: id,
  batchId: id.nullable(),
  scope: ReviewScope,
  status: z.enum(["receiving", "submitted", "applying", "applied", "finished", "abandoned"]),
  reviewer: z.object({ accountId: id, name: z.string() }),
  /** Whether the person who asks is the reviewer: nobody else carries it out or finishes it. */
  mine: z.boolean(),
  /** By the desktop's clock. */
  startedAt: instant,
  /** The organization's revision that the reviewer saw. */
  asOf: z.int().min(0),
  /** How many items it has, and how many of them have arrived. */
  total: count.max(mostReviewed),
  received: count,
  counts: ReviewCounts,
  submittedAt: instant.nullable(),
  appliedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  abandonedAt: instant.nullable(),
  /** Why some were left undecided; empty where none was. */
  undecidedReason: z.string(),
  /** SHA-256 of the signed evidence; null until the review is finished. */
  evidenceDigest: z.string().nullable(),
});
export type Review = z.infer<typeof Review>;

/** A review beside those of other organizations. */
export const PlacedReview = Review.extend({ organizationName: z.string(), scopeName: z.string() });
export type PlacedReview = z.infer<typeof PlacedReview>;

/** Where a person stands now; null for somebody whose membership is gone altogether. */
const PresentState = z.object({ role: roleKey, status: z.enum(["active", "deactivated", "removed"]) }).nullable();

/**
 * What would become of a decision now, or why it was not carried out. `seen` is what it rests on, `present` how it is.
 */
export const ReviewVerdict = z.discriminatedUnion("verdict", [
  z.object({ verdict: z.literal("will") }),
  z.object({
    verdict: z.literal("flagged"),
    flag: z.enum(reviewFlags),
    fault: Fault.nullable(),
    seen: SeenState,
    present: PresentState,
  }),
]);
export type ReviewVerdict = z.infer<typeof ReviewVerdict>;

/**
 * What a review would do if it was carried out now, decision after decision. Where it was carried out, what it left
 * flagged, with how it is now.
 */
export const ReviewPreview = z.object({
  /** The organization's revision that the verdicts rest on. */
  revision: z.int().min(0),
  counts: z.object({ keep: count, will: count, flagged: count, undecided: count }),
  /** Every decision that changes something, and every `keep` that no longer rests on what is. */
  verdicts: z.array(z.object({ position: z.int(), memberId: id, decision: ReviewDecision, verdict: ReviewVerdict })),
  /** Whether `verdicts` stops before the end, at 5,000. */
  more: z.boolean(),
  ownersLeft: z.int(),
});
export type ReviewPreview = z.infer<typeof ReviewPreview>;
