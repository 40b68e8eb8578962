import { useQueryClient, type Query, type QueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { Source } from "#contract/answer.ts";
import { operationFacts } from "#contract/operationFacts.ts";
import type { OperationName } from "#contract/operations.ts";
import { organizationOf } from "./invalidate.ts";

/** Which moment an answer out of the snapshot shows. */
export type Moment = Extract<Source, { from: "snapshot" }>;

/**
 * The oldest moment that the screen shows of an organization, or under null of the person; null when all of it came
 * from the server.
 */
export function useShownMoment(organizationId: string | null): Moment | null {
  const client = useQueryClient();
  const subscribe = useCallback((tell: () => void) => client.getQueryCache().subscribe(tell), [client]);
  const text = useSyncExternalStore(subscribe, () => oldestIn(client, organizationId));
  return useMemo(() => parsed(text), [text]);
}

/** As text, which is the same for as long as it says the same. */
function oldestIn(client: QueryClient, organizationId: string | null): string {
  const moments = client
    .getQueryCache()
    .getAll()
    .filter((query) => query.isActive() && organizationOf(query.queryKey[1]) === organizationId && !isLasting(query))
    .flatMap((query) => momentsOf(query.state.data));
  const [oldest] = moments.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1));
  return oldest === undefined ? "" : `${oldest.revision} ${oldest.asOf}`;
}

function parsed(text: string): Moment | null {
  const [revision, asOf] = text.split(" ");
  return asOf === undefined ? null : { from: "snapshot", asOf, revision: Number(revision) };
}

/** What never changes is never old. */
function isLasting({ queryKey: [name] }: Query): boolean {
  return isOperation(name) && operationFacts[name].lasting;
}

const isOperation = (name: unknown): name is OperationName =>
  typeof name === "string" && Object.hasOwn(operationFacts, name);

/** Of an answer, or of each page of a list. */
function momentsOf(data: unknown): Moment[] {
  if (typeof data !== "object" || data === null) return [];
  if ("pages" in data && Array.isArray(data.pages)) return data.pages.flatMap(momentsOf);
  return "source" in data && isMoment(data.source) ? [data.source] : [];
}

const isMoment = (source: unknown): source is Moment =>
  typeof source === "object" &&
  source !== null &&
  "from" in source &&
  source.from === "snapshot" &&
  "asOf" in source &&
  source.asOf !== "";
