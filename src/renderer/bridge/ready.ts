import type { QueryClient } from "@tanstack/react-query";
import type { Bridge, CallGiven } from "#contract/bridge.ts";
import type { PagedName } from "./names.ts";
import { firstOf, pagesKey, showKept } from "./reading.ts";

/** Something that a screen reads as soon as it is drawn. */
export type FirstRead = (bridge: Bridge, client: QueryClient) => Promise<void>;

/** The first page of a list, as `useInfiniteOperation` reads it. */
export function firstPage<Name extends PagedName>(name: Name, input: CallGiven<Name>): FirstRead {
  return async (bridge, client) => {
    const queryKey = pagesKey(name, input);
    // The cache then holds it for as long as it would hold what a screen has left behind.
    client.getQueryCache().build(client, client.defaultQueryOptions({ queryKey }));
    await showKept(bridge, { client, queryKey }, name, input, firstOf);
  };
}
