import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Answer } from "#contract/answer.ts";
import type { CallOutput } from "#contract/bridge.ts";
import type { DeskReviewPerson } from "#contract/entities/deskReview.ts";
import { useBridge } from "#renderer/bridge/bridge.ts";
import { FaultError, faultOf } from "#renderer/bridge/client.ts";

type Acted = CallOutput<"reviews.decide">;

const keyOf = (reviewId: string) => ["reviews.people", { reviewId }];
const nobody: readonly DeskReviewPerson[] = [];

/** Everybody in a review, read once; after that the answers of acts say what became of whom. */
export function usePeople(reviewId: string) {
  const bridge = useBridge();
  const client = useQueryClient();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keyOf(reviewId),
    queryFn: async () => {
      const people: DeskReviewPerson[] = [];
      for (let from: number | null = 0; from !== null;) {
        const answer: Answer<CallOutput<"reviews.people">> = await bridge.call("reviews.people", { reviewId, from });
        if (!answer.ok) throw new FaultError(answer.fault);
        people.push(...answer.value.items);
        from = answer.value.next;
      }
      return people;
    },
    refetchOnMount: "always",
    staleTime: Number.POSITIVE_INFINITY,
  });
  const take = useCallback(
    ({ review, marks }: Acted) => {
      const changed = new Map(marks.map(({ memberId, mark }) => [memberId, mark]));
      client.setQueryData<DeskReviewPerson[]>(keyOf(reviewId), (people) =>
        people?.map((person) => {
          const mark = changed.get(person.memberId);
          return mark === undefined ? person : { ...person, mark };
        }),
      );
      client.setQueryData(["reviews.get", { reviewId }], { value: review, source: { from: "server" } });
    },
    [client, reviewId],
  );
  return { people: data ?? nobody, fault: faultOf(error), isPending, refetch: () => void refetch(), take };
}
