import { useOutletContext } from "react-router";
import type { PlacedReview } from "#contract/entities/review.ts";

/** What the drawer knows of the list behind it. */
export interface EveryoneDesk {
  readonly reviews: readonly PlacedReview[];
  readonly step: (from: PlacedReview, by: -1 | 1) => void;
  readonly close: () => void;
}

export const useEveryoneDesk = (): EveryoneDesk => useOutletContext<EveryoneDesk>();

/** Two organizations may have a review of the same id. */
export const placeOf = ({ organizationId, id }: Pick<PlacedReview, "organizationId" | "id">): string =>
  `${organizationId} ${id}`;

/** How many of the people are through: carried out, kept or flagged, or, until then, decided about. */
export function throughIn({ status, counts }: Pick<PlacedReview, "status" | "counts">): number {
  const isSent = status === "receiving" || status === "submitted" || status === "abandoned";
  return isSent ? counts.total - counts.undecided : counts.applied + counts.kept + counts.flagged;
}
