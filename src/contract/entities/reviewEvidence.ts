import { z } from "zod";
import { id, instant } from "../scalars.ts";
import { FormerDecision, ReviewCounts, ReviewItem, ReviewScope } from "./review.ts";

/** The first field of every evidence: no other statement of the server's key says it. */
export const evidenceKind = "orgdesk.reviewEvidence.1";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const place = z.object({ revision: z.int().min(0), hash });

/** A person of a finished review. Roles are named as they were called when it was finished. */
export const EvidenceItem = ReviewItem.omit({ outcome: true }).extend({
  seen: ReviewItem.shape.seen.extend({ roleName: z.string() }),
  /** The name of the role that was decided; null under any other decision. */
  decidedRoleName: z.string().nullable(),
  /** Absent in evidence from before decisions could be taken again. */
  former: z
    .array(FormerDecision.extend({ seenRoleName: z.string(), decidedRoleName: z.string().nullable() }))
    .default([]),
  outcome: ReviewItem.shape.outcome.omit({ fault: true }).extend({
    /** Why the command was refused: its kind and code. */
    refusal: z.string().nullable(),
  }),
});
export type EvidenceItem = z.infer<typeof EvidenceItem>;

/**
 * What a finished review proves. `startedAt`, `decidedAt`, `seen` and recommendations are what the reviewer's desktop
 * said; names, outcomes, the other times and the chain are the server's own: it began between `asOf.at` and `receivedAt`
 * whatever the desktop said. Evidence from before has neither.
 */
export const ReviewEvidence = z.object({
  kind: z.literal(evidenceKind),
  organization: z.object({ id, name: z.string(), preset: z.string(), timeZone: z.string() }),
  review: z.object({ id, batchId: id.nullable(), scope: ReviewScope, scopeName: z.string() }),
  reviewer: z.object({ accountId: id, memberId: id, name: z.string(), email: z.string(), roleName: z.string() }),
  startedAt: instant,
  /** When its first part arrived. */
  receivedAt: instant.nullable().default(null),
  submittedAt: instant,
  appliedAt: instant,
  finishedAt: instant,
  /** The audit log at what the reviewer saw, and as the review was finished. */
  asOf: place.extend({ at: instant.nullable().default(null) }),
  head: place,
  counts: ReviewCounts,
  undecidedReason: z.string(),
  items: z.array(EvidenceItem),
  /** The short name of the key that signs. */
  keyId: z.string().regex(/^[0-9a-f]{32}$/),
});
export type ReviewEvidence = z.infer<typeof ReviewEvidence>;

/** The file: canonical JSON, signed with Ed25519 over the canonical text of `evidence`. Key (SPKI) in base64. */
export const SignedReviewEvidence = z.strictObject({
  evidence: ReviewEvidence,
  publicKey: z.base64().max(400),
  signature: z.base64().max(400),
});
export type SignedReviewEvidence = z.infer<typeof SignedReviewEvidence>;
