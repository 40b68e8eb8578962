import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Source } from "#contract/answer.ts";
import type { Bridge, CallGiven, CallOutput } from "#contract/bridge.ts";
import type { Fault } from "#contract/fault.ts";
import { useBridge } from "./bridge.ts";
import { FaultError, faultOf } from "./client.ts";
import type { ItemOf, Page, PagedName, ReadName } from "./names.ts";

interface ReadOptions {
  /** False: do not ask yet. */
  readonly enabled?: boolean;
  /** Keep showing the former answer while one for another input is on its way: search as you type. */
  readonly keepPrevious?: boolean;
  /** Ask again after so many milliseconds; for what no feed announces. */
  readonly every?: number;
  /** Ask again whenever the screen that asks appears, however new the answer at hand is. */
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

/** Reads through the bridge, kept fresh by the live feed and by the person's own commands. */
export function useOperation<Name extends ReadName>(
  name: Name,
  input: CallGiven<Name>,
  options: ReadOptions = {},
): Read<CallOutput<Name>> {
  const bridge = useBridge();
  const query = useQuery({
    queryKey: [name, input],
    queryFn: () => ask(bridge, name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
    ...(options.anew ? { refetchOnMount: "always" as const } : {}),
  });
  const { refetch, data, error, isPending, isFetching } = query;
  const again = useCallback(() => void refetch(), [refetch]);
  return {
    data: data?.value,
    source: data?.source,
    error: faultOf(error),
    isPending,
    isFetching,
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
  const query = useInfiniteQuery({
    queryKey: [name, input, "pages"],
    queryFn: ({ pageParam }) => ask(bridge, name, Object.assign({}, input, positionOf(name, pageParam))),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => nextOf(page.value),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  const { refetch, fetchNextPage, data, error, isPending, isFetching, hasNextPage, isFetchingNextPage } = query;
  const items = useMemo(() => data?.pages.flatMap((page): ItemOf<Name>[] => page.value.items) ?? [], [data]);
  const first = data?.pages[0];
  return {
    items,
    first: first && countsOf(first.value),
    source: data?.pages.at(-1)?.source,
    error: faultOf(error),
    isPending,
    isFetching,
    hasMore: hasNextPage,
    isFetchingMore: isFetchingNextPage,
    refetch: useCallback(() => void refetch(), [refetch]),
    loadMore: useCallback(() => void fetchNextPage(), [fetchNextPage]),
  };
}

async function ask<Name extends ReadName>(bridge: Bridge, name: Name, input: CallGiven<Name>) {
  const answer = await bridge.call(name, input);
  if (!answer.ok) throw new FaultError(answer.fault);
  return { value: answer.value, source: answer.source };
}

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
