import { hashKey, type QueryClient, type QueryKey } from "@tanstack/react-query";
import type { Source } from "#contract/answer.ts";
import type { Bridge, CallGiven, CallOutput } from "#contract/bridge.ts";
import type { Fault } from "#contract/fault.ts";
import { operationFacts } from "#contract/operationFacts.ts";
import { FaultError } from "./client.ts";
import { isOperation, type ReadName } from "./names.ts";
import { painted } from "./painted.ts";

/** An answer as the cache holds it. */
export interface Told<Value> {
  readonly value: Value;
  readonly source: Source;
}

/** Where the cache keeps a single answer. */
export const answerKey = (name: ReadName, input: object): QueryKey => [name, input];

/** Where the cache keeps the pages of a list. */
export const pagesKey = (name: ReadName, input: object): QueryKey => [name, input, "pages"];

/** A first page as the cache keeps the pages of a list. */
export const firstOf = <Page>(page: Page) => ({ pages: [page], pageParams: [null] });

export interface Place {
  readonly client: QueryClient;
  readonly queryKey: QueryKey;
}

/** What the server says, or the snapshot where the server does not answer. */
export async function ask<Name extends ReadName>(
  bridge: Bridge,
  name: Name,
  input: CallGiven<Name>,
): Promise<Told<CallOutput<Name>>> {
  const answer = await bridge.call(name, input);
  if (!answer.ok) throw new FaultError(answer.fault);
  return { value: answer.value, source: answer.source };
}

/**
 * Shows what is kept on this computer where nothing is shown yet, for as long as the server has not answered. It stays
 * old, so that an answer always takes its place.
 */
export async function showKept<Name extends ReadName>(
  bridge: Bridge,
  { client, queryKey }: Place,
  name: Name,
  input: CallGiven<Name>,
  dataOf: (kept: Told<CallOutput<Name>>) => unknown,
): Promise<void> {
  if (!isOperation(name) || operationFacts[name].offline !== "snapshot") return;
  const cache = client.getQueryCache();
  // By its hash: `find` would make that of every query there is.
  const query = cache.get(hashKey(queryKey));
  if (query === undefined || query.state.data !== undefined) return;
  const kept = await bridge.call(name, input, { prefer: "snapshot" });
  // Meanwhile the person may have lost what this is about: then the query is no longer there.
  if (!kept.ok || cache.get(query.queryHash) !== query || query.state.data !== undefined) return;
  query.setData(dataOf({ value: kept.value, source: kept.source }), { updatedAt: 0, manual: true });
}

/**
 * Lets what is kept get onto the screen before the server is asked what takes its place: its answer would be read and
 * drawn while the person waits for the frame.
 */
export async function seeKept({ client, queryKey }: Place): Promise<void> {
  const state = client.getQueryCache().get(hashKey(queryKey))?.state;
  if (state?.data !== undefined && state.dataUpdatedAt === 0) await painted();
}

/** Whether the server says that this is not the person's to see, so that what was shown before goes. */
export const isDenied = (fault: Fault | null): boolean =>
  fault !== null && (fault.kind === "forbidden" || fault.kind === "unauthenticated" || fault.kind === "notFound");
