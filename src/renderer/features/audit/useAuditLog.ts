import { keepPreviousData, useInfiniteQuery, useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import { useBridge } from "#renderer/bridge/bridge.ts";
import { faultOf } from "#renderer/bridge/client.ts";
import type { Narrowing } from "./filters.ts";
import { readNewer, readOlder, showNewest, type LogPage } from "./reading.ts";
import { useChanges } from "./useChanges.ts";

type Log = InfiniteData<LogPage, string | null>;

/**
 * The log as far as it has been read. Pages are read backwards; what happens meanwhile is asked for by the position
 * of the newest event and put on top, so that a long log is never read again because of one new event.
 */
export function useAuditLog(input: Narrowing) {
  const bridge = useBridge();
  const client = useQueryClient();
  // A name of its own: the pages do not become old when the log grows.
  const queryKey = useMemo(() => ["auditLog", input] as const, [input]);
  const query = useInfiniteQuery({
    queryKey,
    queryFn: async ({ client: cache, pageParam }) => {
      if (pageParam === null) await showNewest(bridge, { client: cache, queryKey }, input);
      return await readOlder(bridge, input, pageParam);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.older,
    placeholderData: keepPreviousData,
  });

  const readArrived = useCallback(async () => {
    const position = client.getQueryData<Log>(queryKey)?.pages[0]?.newer;
    if (!position) return;
    const arrived = await readNewer(bridge, input, position);
    if (arrived) client.setQueryData<Log>(queryKey, (log) => log && withArrived(log, arrived));
  }, [bridge, client, queryKey, input]);
  useChanges(input.organizationId, readArrived);

  const { data, refetch, fetchNextPage } = query;
  return {
    events: useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]),
    total: data?.pages[0]?.total,
    isPending: query.isPending,
    /** What is shown belongs to the filters before these. */
    isFormer: query.isPlaceholderData,
    error: faultOf(query.error),
    // The second page follows the server's first, not a kept one that is about to be replaced.
    /** Since when events are kept on this computer, once all of them are shown and the server cannot be asked. */
    begins: query.hasNextPage ? null : (data?.pages.at(-1)?.begins ?? null),
    hasMore: query.hasNextPage && (!query.isFetching || query.isFetchingNextPage),
    refetch: useCallback(() => void refetch(), [refetch]),
    loadMore: useCallback(() => void fetchNextPage(), [fetchNextPage]),
  };
}

function withArrived(log: Log, { items, newer, total }: Pick<LogPage, "items" | "newer" | "total">): Log {
  const [first, ...rest] = log.pages;
  if (!first) return log;
  const known = newest(first.items);
  const added = items.filter((event) => event.revision > known);
  return { ...log, pages: [{ ...first, items: [...added, ...first.items], newer, total }, ...rest] };
}

/** The revision of the newest event, 0 without any. */
export const newest = (events: readonly AuditEvent[]): number => events[0]?.revision ?? 0;
