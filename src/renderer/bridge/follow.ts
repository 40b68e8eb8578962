import type { Query, QueryClient } from "@tanstack/react-query";
import type { Topic } from "#contract/audit.ts";
import type { Source } from "#contract/answer.ts";
import type { Bridge } from "#contract/bridge.ts";
import type { DesktopEvent, DesktopState } from "#contract/desktop.ts";
import type { FeedEvent } from "#contract/feed.ts";
import type { CallOutput } from "#contract/bridge.ts";
import type { DesktopStore } from "./desktop.ts";
import { faultOf } from "./client.ts";
import { forget, invalidate } from "./invalidate.ts";

/** Changes that come within this time are answered by one reading, in milliseconds. */
const gathering = 100;

/** Keeps store and cache true to what the main process pushes. Returns the end. */
export function follow(bridge: Bridge, client: QueryClient, store: DesktopStore): () => void {
  const changes = gatherer(client);
  const end = bridge.subscribe((event) => {
    if (event.type === "state") take(client, store, event.state);
    if (event.type === "witness") keep(client, event);
    if (event.type === "reviews") void client.invalidateQueries({ predicate: isOfReviews });
    if (event.type === "feed") hear(client, changes, event.event);
  });
  return () => {
    changes.stop();
    end();
  };
}

function take(client: QueryClient, store: DesktopStore, state: DesktopState): void {
  const before = store.getState();
  if (before.account?.id !== state.account?.id) client.clear();
  store.setState(state, true);
  // The feed tells of a connection only where it was lost itself; what says that it needs one comes as soon as there is.
  if (before.connection === "offline" && state.connection === "online") {
    void client.refetchQueries({ type: "active", predicate: lackedConnection });
  }
  // A passphrase decides whether reviews outlive this run.
  if (before.passphrase !== state.passphrase) void client.invalidateQueries({ predicate: isOfReviews });
}

const lackedConnection = ({ state: { error } }: Query): boolean => {
  const kind = faultOf(error)?.kind;
  return kind === "offline" || kind === "notKept";
};

/** Which people a review is about does not change by an act on it; where they stand comes with the act's answer. */
const isOfReviews = ({ queryKey: [name] }: Query): boolean => name === "reviews.list" || name === "reviews.get";

/** As `useOperation` keeps it. */
type Alarms = { readonly value: CallOutput<"witness.alarms"> };

/** What the desktop says of a log replaces what was asked of it. */
function keep(client: QueryClient, { organizationId, status }: Extract<DesktopEvent, { type: "witness" }>): void {
  const source: Source = { from: "server" };
  client.setQueryData(["witness.status", { organizationId }], { value: status, source });
  for (const [key, read] of client.getQueriesData<Alarms>({
    queryKey: ["witness.alarms"],
  })) {
    const known = read?.value.organizationIds.includes(organizationId);
    if (known !== (status.alarm !== null)) void client.invalidateQueries({ queryKey: key });
  }
}

function hear(client: QueryClient, changes: Gatherer, event: FeedEvent): void {
  switch (event.type) {
    case "ready":
      // Whatever happened between two connections was not announced.
      void client.invalidateQueries();
      return;
    case "changed":
      changes.add(event.organizationId, event.topics);
      return;
    case "membershipEnded":
      forget(client, event.organizationId);
      void invalidate(client, { organizationId: null, topics: ["organization"] });
      return;
    case "membershipStarted":
      void invalidate(client, { organizationId: null, topics: ["organization", "account"] });
      return;
    case "invited":
      void invalidate(client, { organizationId: null, topics: ["account"] });
      return;
    case "planChanged":
      void invalidate(client, { organizationId: null, topics: ["plans"] });
      return;
    case "reviewChanged":
      changes.add(event.organizationId, ["reviews"]);
      return;
    case "reviewDue":
      void invalidate(client, { organizationId: null, topics: ["reviews"] });
      return;
    case "adminDemoted":
    case "approvalRequested":
      // The change itself was announced as well.
      return;
    case "signedOut":
      client.clear();
  }
}

interface Gatherer {
  readonly add: (organizationId: string, topics: readonly Topic[]) => void;
  readonly stop: () => void;
}

/** A busy organization changes many times a second; its screens read once per pause. */
function gatherer(client: QueryClient): Gatherer {
  const waiting = new Map<string, Set<Topic>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    for (const [organizationId, topics] of waiting) void invalidate(client, { organizationId, topics: [...topics] });
    waiting.clear();
  };
  return {
    add: (organizationId, topics) => {
      waiting.set(organizationId, (waiting.get(organizationId) ?? new Set()).union(new Set(topics)));
      timer ??= setTimeout(flush, gathering);
    },
    stop: () => clearTimeout(timer),
  };
}
