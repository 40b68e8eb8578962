import type { Answer } from "#contract/answer.ts";
import type { DesktopInput, DesktopOutput } from "#contract/desktop.ts";
import type { DeskReview, DeskReviewPart } from "#contract/entities/deskReview.ts";
import type { SubmittedItem } from "#contract/entities/review.ts";

/** Calls of a window that the snapshot's thread answers by itself. */
export type KeptReviewCall =
  | "reviews.list"
  | "reviews.estimate"
  | "reviews.start"
  | "reviews.get"
  | "reviews.people"
  | "reviews.decide"
  | "reviews.comment"
  | "reviews.undo"
  | "reviews.drop";

type OfWindow = {
  [Name in KeptReviewCall]: { in: DesktopInput<Name>; out: Answer<DesktopOutput<Name>> | null };
};

/** What the main process asks of the thread about reviews: a window's calls, and what sending one needs. */
export interface ReviewCalls extends OfWindow {
  /** People as the server takes them, in the order of the review. */
  "reviews.part": {
    in: { reviewId: string; organizationId: string; offset: number; count: number };
    out: readonly SubmittedItem[] | null;
  };
  /** Notes what became of the part of an organization. */
  "reviews.note": {
    in: { reviewId: string; organizationId: string; part: Partial<DeskReviewPart> };
    out: DeskReview | null;
  };
}
