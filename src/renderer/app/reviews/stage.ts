import type { DeskReview, DeskReviewPart, DeskStage } from "#contract/entities/deskReview.ts";

/** Where a review as a whole is: where its part that is the furthest back is. Parts that ended do not hold it up. */
export function stageOf({ parts }: DeskReview): DeskStage {
  const order: readonly DeskStage[] = ["open", "waiting", "sending", "submitted", "applying", "applied", "finished"];
  const stages = new Set(parts.map(({ stage }) => stage));
  return order.find((stage) => stages.has(stage)) ?? (stages.has("abandoned") ? "abandoned" : "ended");
}

/** Whether the reviewer has something to do before it goes on. */
export const needsReviewer = (review: DeskReview): boolean => ["submitted", "applied"].includes(stageOf(review));

/** Whether what was decided is on this computer alone. */
export const isUnsent = (review: DeskReview): boolean => ["open", "waiting", "sending"].includes(stageOf(review));

const sum = (parts: readonly DeskReviewPart[], of: (part: DeskReviewPart) => number): number =>
  parts.reduce((total, part) => total + of(part), 0);

export const peopleIn = ({ parts }: DeskReview): number => sum(parts, ({ counts }) => counts.total);

export const decidedIn = ({ parts }: DeskReview): number => sum(parts, ({ counts }) => counts.total - counts.undecided);
