import { z } from "zod";
import { againAnswers } from "#domain/review/again.ts";
import { Fault } from "../fault.ts";
import { id, instant } from "../scalars.ts";
import { ReviewCounts, ReviewDecision, ReviewRecommendation, ReviewScope, ReviewSeen } from "./review.ts";

const count = z.int().min(0);

/** What stands of a person in a review on this computer. */
export const DeskMark = z.object({
  decision: ReviewDecision.nullable(),
  /** By this computer's clock; null as long as nothing is decided. */
  decidedAt: instant.nullable(),
  comment: z.string(),
});
export type DeskMark = z.infer<typeof DeskMark>;

/** Somebody whose access a review looks at, as this computer's snapshot showed them when it was started. */
export const DeskReviewItem = z.object({
  memberId: id,
  accountId: id,
  organizationId: id,
  name: z.string(),
  email: z.string(),
  /** As the organization called it. */
  roleName: z.string(),
  seen: ReviewSeen,
  /** The first of the workspaces within reach, by name. */
  workspaces: z.array(z.string()),
  /** Whether the role sees every workspace, whatever was chosen. */
  byRole: z.boolean(),
  accessUntil: instant.nullable(),
  /** Whether it is the reviewer's own access. */
  own: z.boolean(),
  recommendation: ReviewRecommendation,
});
export type DeskReviewItem = z.infer<typeof DeskReviewItem>;

/**
 * Where the part of one organization is. `open`: being decided. `waiting`: decided, and to be sent as soon as
 * there is a connection. `sending`: some of it may have reached the server.
 * `ended`: the reviewer may not see these people any more, so nothing of them is kept.
 */
export const deskStages = [
  "open",
  "waiting",
  "sending",
  "submitted",
  "applying",
  "applied",
  "finished",
  "abandoned",
  "ended",
] as const;
export type DeskStage = (typeof deskStages)[number];

/** What was answered about people whose decision no longer fits, by member. */
export const AgainAnswers = z.record(id, z.enum(againAnswers));
export type AgainAnswers = z.infer<typeof AgainAnswers>;

/** A review's part about one organization; on the server it is a review of its own. */
export const DeskReviewPart = z.object({
  organizationId: id,
  organizationName: z.string(),
  /** Its id on the server, made here; another one after it was decided again. */
  reviewId: id,
  stage: z.enum(deskStages),
  /** The revision of the snapshot that the people were taken from, and when that was known to be so. */
  revision: count,
  asOf: instant,
  counts: ReviewCounts,
  finishedAt: instant.nullable(),
  /** SHA-256 of the signed evidence; null until there is one. */
  evidenceDigest: z.string().nullable(),
  /** What was answered and is not sent yet. */
  answers: AgainAnswers.optional(),
  /** Why the server did not take what was decided, when it was last sent. */
  refused: Fault.nullable().optional(),
});
export type DeskReviewPart = z.infer<typeof DeskReviewPart>;

/** A review as it is kept on this computer, about one organization or many. */
export const DeskReview = z.object({
  id,
  startedAt: instant,
  scope: ReviewScope,
  /** The workspace that the scope names, as it was called. */
  workspaceName: z.string().nullable(),
  parts: z.array(DeskReviewPart),
  canUndo: z.boolean(),
});
export type DeskReview = z.infer<typeof DeskReview>;

/** A person with what stands of them. */
export const DeskReviewPerson = DeskReviewItem.extend({ mark: DeskMark });
export type DeskReviewPerson = z.infer<typeof DeskReviewPerson>;

/** How many people a review would be about in one organization, or why there can be none. */
export const ReviewEstimate = z.object({
  organizationId: id,
  people: count,
  /** When this computer's snapshot was last known to be so; null where it has none. */
  asOf: instant.nullable(),
  fault: Fault.nullable(),
});
export type ReviewEstimate = z.infer<typeof ReviewEstimate>;

/** `memory`: reviews end with the program. `elsewhere`: another running Orgdesk keeps those on the disk. */
export const KeptWhere = z.enum(["disk", "memory", "elsewhere"]);
