import { useMemo } from "react";
import type { DeskReview, DeskReviewPart } from "#contract/entities/deskReview.ts";
import type { ReviewPreview } from "#contract/entities/review.ts";
import { usePeople } from "../decide/usePeople.ts";
import type { FlaggedPerson } from "./Flagged.tsx";

/** Whose decisions no longer fit, each with where the person stands now. */
export function useFlagged(review: DeskReview, { organizationId, stage }: DeskReviewPart, preview: ReviewPreview) {
  const { people } = usePeople(review.id);
  return useMemo(() => {
    const byId = new Map(people.map((person) => [person.memberId, person]));
    return preview.verdicts.flatMap(({ memberId, decision, verdict }): FlaggedPerson[] => {
      const person = byId.get(memberId);
      if (verdict.verdict !== "flagged" || person === undefined) return [];
      const { flag, fault, seen, present } = verdict;
      const { accountId, name, email, own } = person;
      const who = { memberId, accountId, organizationId, name, email, own };
      return [{ ...who, decision, flag, fault, seen, present, tried: stage !== "submitted" }];
    });
  }, [people, organizationId, stage, preview]);
}
