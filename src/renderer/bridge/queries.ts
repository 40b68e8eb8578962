import { useInfiniteQuery, useQuery, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Source } from "#contract/answer.ts";
import type { CallGiven, CallOutput } from "#contract/bridge.ts";
import type { Fault } from "#contract/fault.ts";
import { useSteady } from "#renderer/ui/useSteady.ts";
import { useBridge } from "./bridge.ts";
import { faultOf } from "./client.ts";
import { organizationOf } from "./invalidate.ts";
import type { ItemOf, Page, PagedName, ReadName } from "./names.ts";
import { answerKey, ask, firstOf, isDenied, pagesKey, seeKept, showKept } from "./reading.ts";

interface ReadOptions {
  /** False: do not ask yet. */
  readonly enabled?: boolean;
  /** Keep showing the former answer of the same organization while one for another input is on its way: search as you type. */
  readonly keepPrevious?: boolean;
  /** Ask again after so many milliseconds; for what no feed announces. */
  readonly every?: number;
  /** Ask again whenever a screen begins to ask, however new the answer at hand is. */
  readonly anew?: boolean;
}

interface Reading {
  readonly error: Fault | null;
  /** Nothing to show yet. */
  readonly isPending: boolean;
  /** A call is under way, also behind what is shown. */
  readonly isFetching: boolean;
  readonly refetch: () => void;
}

export interface Read<Value> extends Reading {
  readonly data: Value | undefined;
  /** Whether the answer came from the server or from the snapshot, and how old that is. */
  readonly source: Source | undefined;
}

/**
 * Reads through the bridge: what is kept on this computer at once, then what the server says, kept fresh by the live
 * feed and by the person's own commands.
 */
export function useOperation<Name extends ReadName>(
  name: Name,
  input: CallGiven<Name>,
  options: ReadOptions = {},
): Read<CallOutput<Name>> {
  const bridge = useBridge();
  const query = useQuery({
    queryKey: answerKey(name, input),
    queryFn: async (place) => {
      await showKept(bridge, place, name, input, (kept) => kept);
      await seeKept(place);
      return await ask(bridge, name, input);
    },
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: formerOf(input) } : {}),
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
    ...(options.anew ? { staleTime: 0 } : {}),
  });
  const { refetch, data, error, isPending } = query;
  const again = useCallback(() => void refetch(), [refetch]);
  const fault = faultOf(error);
  const shown = isDenied(fault) ? undefined : data;
  return {
    data: shown?.value,
    source: shown?.source,
    error: fault,
    // What is kept is there while the server is asked again.
    isPending: isPending && shown === undefined,
    // Who does not look at it is not drawn anew when a call begins or ends.
    get isFetching() {
      return query.isFetching;
    },
    refetch: again,
  };
}

export interface ReadPages<Item> extends Reading {
  /** The items of all pages read so far. */
  readonly items: readonly Item[];
  /** The first page, which carries the counts. */
  readonly first: { readonly total: number; readonly matching: number } | undefined;
  readonly source: Source | undefined;
  readonly hasMore: boolean;
  readonly isFetchingMore: boolean;
  readonly loadMore: () => void;
}

/** Reads a list page by page; `input` leaves out the position. */
export function useInfiniteOperation<Name extends PagedName>(
  name: Name,
  input: CallGiven<Name>,
  options: Omit<ReadOptions, "every" | "anew"> = {},
): ReadPages<ItemOf<Name>> {
  const bridge = useBridge();
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: pagesKey(name, input),
    queryFn: async ({ queryKey, pageParam }) => {
      if (pageParam === null) {
        await showKept(bridge, { client, queryKey }, name, input, firstOf);
        await seeKept({ client, queryKey });
      }
      return await ask(bridge, name, Object.assign({}, input, positionOf(name, pageParam)));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => nextOf(page.value),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: formerOf(input) } : {}),
  });
  const { refetch, fetchNextPage, error, isPending, hasNextPage, isFetchingNextPage } = query;
  const loadMore = useSteady(() => {
    const state = client.getQueryState(pagesKey(name, input));
    const isFetching = state?.fetchStatus === "fetching";
    // Asked for from two sides, the list and whoever reads all of it, a page is read once.
    if (isFetching && state.fetchMeta?.fetchMore !== undefined) return;
    // It cuts off the reading that a change has asked for, which begins again after it.
    void fetchNextPage().then(() => (isFetching ? refetch() : undefined));
  });
  const fault = faultOf(error);
  const pages = isDenied(fault) ? undefined : query.data?.pages;
  const items = useMemo(() => pages?.flatMap((page): ItemOf<Name>[] => page.value.items) ?? [], [pages]);
  const first = pages?.[0];
  // The next page follows the server's first, not a kept one that is about to be replaced.
  const kept = first?.source.from === "snapshot" && query.isFetching && !isFetchingNextPage;
  return {
    items,
    first: first && countsOf(first.value),
    source: pages?.at(-1)?.source,
    error: fault,
    isPending: isPending && first === undefined,
    get isFetching() {
      return query.isFetching;
    },
    hasMore: hasNextPage && !kept,
    isFetchingMore: isFetchingNextPage,
    refetch: useCallback(() => void refetch(), [refetch]),
    loadMore,
  };
}

/** The former answer, unless it is another organization's: nobody stands under a name that is not theirs. */
export const formerOf =
  (input: object) =>
  <Data>(former: Data | undefined, query: { readonly queryKey: QueryKey } | undefined): Data | undefined =>
    organizationOf(query?.queryKey[1]) === organizationOf(input) ? former : undefined;

function positionOf(name: PagedName, position: string | null) {
  if (position === null) return {};
  return name === "auditEvent.list" ? { older: position } : { cursor: position };
}

function nextOf(page: Page): string | null {
  return "next" in page ? page.next : page.older;
}

function countsOf(page: Page & { matching?: number | null }): { total: number; matching: number } {
  return { total: page.total, matching: page.matching ?? page.total };
}
