import { z } from "zod";
import { mostReviewed } from "#domain/review/items.ts";
import {
  AgainAnswers,
  DeskMark,
  DeskReview,
  DeskReviewPerson,
  KeptWhere,
  ReviewEstimate,
} from "./entities/deskReview.ts";
import { DecidedAgain, ReviewDecision, ReviewScope } from "./entities/review.ts";
import { id, prose } from "./scalars.ts";

const one = z.strictObject({ reviewId: id });
const about = z.strictObject({ organizationIds: z.array(id).min(1).max(200), scope: ReviewScope });
const call = <In extends z.ZodObject, Out extends z.ZodType>(input: In, output: Out) => ({ input, output });

/** A review after an act, and what stands of the people that the act was about. */
const Acted = z.object({ review: DeskReview, marks: z.array(z.object({ memberId: id, mark: DeskMark })) });

/**
 * Calls about reviews that the desktop's main process answers: out of what it keeps on this computer, and, once one is
 * sent, together with the server.
 */
export const reviewCalls = {
  "reviews.list": call(z.strictObject({}), z.object({ kept: KeptWhere, items: z.array(DeskReview) })),
  /** How many people a review would be about, by organization. */
  "reviews.estimate": call(about, z.object({ items: z.array(ReviewEstimate) })),
  "reviews.start": call(about, DeskReview),
  "reviews.get": call(one, DeskReview),
  /** The people of a review in its order, from one position on, 500 at most. */
  "reviews.people": call(
    one.extend({ from: z.int().min(0) }),
    z.object({ items: z.array(DeskReviewPerson), total: z.int().min(0), next: z.int().nullable() }),
  ),
  /** One act, however many people it is about: all of it is kept when it is answered, and undone at once. */
  "reviews.decide": call(
    one.extend({
      decisions: z
        .array(z.strictObject({ memberId: id, decision: ReviewDecision.nullable() }))
        .min(1)
        .max(mostReviewed),
    }),
    Acted,
  ),
  "reviews.comment": call(one.extend({ memberId: id, comment: prose(500) }), Acted),
  "reviews.undo": call(one, Acted),
  /** Forgets a review on this computer; what reached the server stays there. */
  "reviews.drop": call(one, z.object({ dropped: z.boolean() })),
  /** Gives a review up: on the server as well where it was sent. */
  "reviews.abandon": call(one, z.object({ dropped: z.boolean() })),
  /** Brings what was decided to the server, organization by organization; goes on where an earlier try broke off. */
  "reviews.send": call(one, DeskReview),
  /** Reads from the server how far the parts are that were sent. */
  "reviews.refresh": call(one, DeskReview),
  /** Has the decisions of every part that was sent carried out. */
  "reviews.apply": call(one, DeskReview),
  /** Takes a part back that still waits for being sent. */
  "reviews.reopen": call(one.extend({ organizationId: id }), DeskReview),
  /** Keeps on this computer what is answered about people whose decision no longer fits, in place of what was. */
  "reviews.answer": call(one.extend({ organizationId: id, answers: AgainAnswers }), DeskReview),
  /** Tells the server what was decided again about people whose decision no longer fits. */
  "reviews.decideAgain": call(
    one.extend({ organizationId: id, items: z.array(DecidedAgain).min(1).max(mostReviewed) }),
    DeskReview,
  ),
  "reviews.finish": call(one.extend({ undecidedReason: prose(500) }), DeskReview),
  /** Of any review on the server, by its id there. `file` as with an export of the audit log. */
  "reviews.saveEvidence": call(
    z.strictObject({ organizationId: id, reviewId: id, format: z.enum(["json", "pdf"]) }),
    z.object({ file: z.string() }),
  ),
} as const;
