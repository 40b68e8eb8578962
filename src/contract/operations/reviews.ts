import { mostReviewed } from "#domain/review/items.ts";
import { outcomeStates } from "#domain/review/outcome.ts";
import { z } from "zod";
import {
  DecidedAgain,
  PlacedReview,
  Review,
  ReviewItem,
  ReviewPreview,
  ReviewScope,
  SubmittedItem,
} from "../entities/review.ts";
import { declare } from "../operation.ts";
import { cursor, id, instant, pageOf, pageSize, prose } from "../scalars.ts";

const reviews = "/v1/organizations/{organizationId}/reviews";
const one = z.strictObject({ organizationId: id, reviewId: id });

/** Most items in one part of a review. */
const mostInPart = 2_000;
/** So many items, each with a comment of 500 characters. */
const bodyLimit = 5 * 1024 * 1024;

export const reviewOperations = declare({
  "review.submit": {
    method: "POST",
    path: reviews,
    summary:
      "Send a review that was decided on a desktop, in parts of up to 2,000 people; its id is made there. A part that has arrived is answered with the conflict `reviewSubmitted`, and `review.get` tells how many have. Whatever the reviewer decides about themselves but to keep is flagged as it arrives.",
    access: "organization",
    permission: "member.remove",
    kind: "command",
    audit: "review.submitted",
    limit: { perOrganization: 500, perAccount: 2_000, seconds: 3600 },
    input: z.strictObject({
      organizationId: id,
      reviewId: id,
      batchId: id.nullable().default(null),
      scope: ReviewScope,
      startedAt: instant.refine((at) => at >= "2000" && at < "2200", "Give an instant between 2000 and 2200"),
      /** The organization's revision that the reviewer saw. */
      asOf: z.int().min(0),
      total: z.int().min(1).max(mostReviewed),
      /** The position of the first item of this part: as many as have arrived before. */
      offset: z.int().min(0).max(mostReviewed).default(0),
      items: z.array(SubmittedItem).min(1).max(mostInPart),
    }),
    bodyLimit,
    output: Review,
    offline: "never",
    bridge: "open",
  },
  "review.list": {
    method: "GET",
    path: reviews,
    summary: "The organization's reviews, newest first, for whoever may review or see the audit log and the team.",
    access: "organization",
    permission: null,
    kind: "query",
    input: z.strictObject({ organizationId: id, cursor: cursor.optional(), limit: pageSize }),
    output: pageOf(Review),
    offline: "never",
    bridge: "open",
  },
  "review.listAll": {
    method: "GET",
    path: "/v1/me/reviews",
    summary: "The reviews of every organization whose reviews the person sees, newest first.",
    access: "account",
    kind: "query",
    input: z.strictObject({
      /** These organizations alone; others than the person's have none. */
      organizationIds: z.array(id).max(200).optional(),
      cursor: cursor.optional(),
      limit: pageSize,
    }),
    output: pageOf(PlacedReview),
    offline: "never",
    bridge: "open",
  },
  "review.get": {
    method: "GET",
    path: `${reviews}/{reviewId}`,
    summary: "A review and how far it is.",
    access: "organization",
    permission: null,
    kind: "query",
    input: one,
    output: Review,
    offline: "never",
    bridge: "open",
  },
  "review.items": {
    method: "GET",
    path: `${reviews}/{reviewId}/items`,
    summary: "The people of a review in its order, paged, with what was decided and what became of it.",
    access: "organization",
    permission: "member.remove",
    kind: "query",
    input: one.extend({
      state: z.array(z.enum(outcomeStates)).max(5).optional(),
      cursor: cursor.optional(),
      limit: pageSize,
    }),
    output: pageOf(ReviewItem),
    offline: "never",
    bridge: "open",
  },
  "review.preview": {
    method: "GET",
    path: `${reviews}/{reviewId}/preview`,
    summary: "What would become of each decision now: carried out, or flagged because the person moved since.",
    access: "organization",
    permission: "member.remove",
    kind: "query",
    input: one,
    output: ReviewPreview,
    offline: "never",
    bridge: "open",
  },
  "review.apply": {
    method: "POST",
    path: `${reviews}/{reviewId}/apply`,
    summary:
      "Carry the decisions out, each on its own and under the reviewer's authority at that moment; the others are flagged.",
    access: "organization",
    permission: "member.remove",
    kind: "command",
    audit: "review.applied",
    input: one,
    output: Review,
    offline: "never",
    bridge: "open",
  },
  "review.decideAgain": {
    method: "POST",
    path: `${reviews}/{reviewId}/decide-again`,
    summary:
      "Decide again what no longer fits, before or after the review was carried out: to keep, as before, or withdrawn. It then waits to be carried out.",
    access: "organization",
    permission: "member.remove",
    kind: "command",
    audit: "review.decidedAgain",
    input: one.extend({ items: z.array(DecidedAgain).min(1).max(mostInPart) }),
    bodyLimit,
    output: Review,
    offline: "never",
    bridge: "open",
  },
  "review.finish": {
    method: "POST",
    path: `${reviews}/{reviewId}/finish`,
    summary: "Finish a review that was carried out: its evidence is signed. What was left undecided needs a reason.",
    access: "organization",
    permission: "member.remove",
    kind: "command",
    audit: "review.finished",
    input: one.extend({ undecidedReason: prose(500).default("") }),
    output: Review,
    offline: "never",
    bridge: "open",
  },
  "review.abandon": {
    method: "POST",
    path: `${reviews}/{reviewId}/abandon`,
    summary:
      "Give a review up without evidence: the reviewer their own, an owner anybody's. What was carried out stays.",
    access: "organization",
    permission: "member.remove",
    kind: "command",
    audit: "review.abandoned",
    input: one.extend({ reason: prose(500).default("") }),
    output: Review,
    offline: "never",
    bridge: "open",
  },
  "review.evidence": {
    method: "GET",
    path: `${reviews}/{reviewId}/evidence`,
    summary: "The signed evidence of a finished review, as canonical JSON or as a signed PDF that carries it.",
    access: "organization",
    permission: null,
    kind: "stream",
    input: one.extend({ format: z.enum(["json", "pdf"]) }),
    output: z.string(),
    offline: "never",
    bridge: "closed",
  },
});
