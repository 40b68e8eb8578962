import { useQueries } from "@tanstack/react-query";
import type { DeskReview } from "#contract/entities/deskReview.ts";
import type { ReviewPreview } from "#contract/entities/review.ts";
import { useBridge } from "#renderer/bridge/bridge.ts";
import { FaultError } from "#renderer/bridge/client.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";

interface Changes {
  readonly will: number;
  readonly pending: boolean;
  /** The first organization that could not be checked against what is true now. */
  readonly unchecked: string | null;
}

/** How many changes applying would make now, over every part that waits for it. */
export function useChanges({ parts }: DeskReview): Changes {
  const bridge = useBridge();
  const online = useOnline();
  const waiting = parts.filter(({ stage }) => stage === "submitted");
  return useQueries({
    queries: waiting.map(({ organizationId, reviewId }) => ({
      queryKey: ["review.preview", { organizationId, reviewId }],
      enabled: online,
      queryFn: async () => {
        const answer = await bridge.call("review.preview", { organizationId, reviewId });
        if (!answer.ok) throw new FaultError(answer.fault);
        return { value: answer.value, source: answer.source };
      },
    })),
    combine: (
      previews: readonly { data: { value: ReviewPreview } | undefined; isPending: boolean; isError: boolean }[],
    ) => ({
      will: previews.reduce(
        (sum, { data }) => sum + (data?.value.counts.will ?? 0) + (data?.value.counts.keep ?? 0),
        0,
      ),
      pending: online && previews.some(({ isPending }) => isPending),
      unchecked: waiting[previews.findIndex(({ isError }) => isError)]?.organizationName ?? null,
    }),
  });
}
