import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { Bridge, CallGiven } from "#contract/bridge.ts";
import type { PagedName, ReadName } from "./names.ts";
import { answerKey, firstOf, pagesKey, showKept, type Place } from "./reading.ts";

/** Something that a screen reads as soon as it is drawn. */
export type FirstRead = (bridge: Bridge, client: QueryClient) => Promise<void>;

/** The first page of a list, as `useInfiniteOperation` reads it. */
export const firstPage =
  <Name extends PagedName>(name: Name, input: CallGiven<Name>): FirstRead =>
  async (bridge, client) =>
    showKept(bridge, placeFor(client, pagesKey(name, input)), name, input, firstOf);

/** A single answer, as `useOperation` reads it. */
export const firstAnswer =
  <Name extends ReadName>(name: Name, input: CallGiven<Name>): FirstRead =>
  async (bridge, client) =>
    showKept(bridge, placeFor(client, answerKey(name, input)), name, input, (kept) => kept);

/** The cache then holds it for as long as it would hold what a screen has left behind. */
function placeFor(client: QueryClient, queryKey: QueryKey): Place {
  client.getQueryCache().build(client, client.defaultQueryOptions({ queryKey }));
  return { client, queryKey };
}
