import type { Hindrance, OfflineChoice, OfflineData } from "#contract/entities/offline.ts";
import type { FeedEvent } from "#contract/feed.ts";
import type { Remote } from "../remote/remote.ts";
import type { PersonalSnapshot } from "../snapshot/snapshot.ts";
import type { KeptWhere } from "../snapshot/worker/protocol.ts";
import type { Delays } from "../back-off.ts";
import { createBehind } from "./behind.ts";
import { createRetries } from "./retries.ts";
import { pacedProgress, type SnapshotProgress } from "./progress.ts";
import { readPerson } from "./person.ts";
import { updateOrganization } from "./update.ts";
import { createQueue } from "./queue.ts";

/** Keeps the snapshot up: all of it when the server is reached again, then what changes, as it is told. */
export interface Sync {
  /** Begins for the person whose snapshot is being opened. */
  start(opened: Promise<KeptWhere>): void;
  stop(): void;
  heard(event: FeedEvent): void;
  /** This desktop changed something in an organization, or may have. */
  acted(organizationId: string): void;
  /** Whether what is kept is known to be older than the server's: of an organization or, for null, of any. */
  isBehind(organizationId: string | null): boolean;
  /** Until this instant all changes were told; so what is not behind was as it is kept until then. */
  listenedUntil(at: string): Promise<void>;
  /** What could not be brought up to date, and is tried again by itself. */
  hindered(): OfflineData["hindered"];
  /** Tries that at once. */
  tryAgain(): void;
  /** Another choice of what to keep: what it leaves out goes, what it adds is read. */
  chosen(before: OfflineChoice): Promise<void>;
}

export interface SyncOptions {
  readonly remote: Remote;
  readonly snapshot: PersonalSnapshot;
  readonly firstOrganizationId: () => string | null;
  readonly onProgress: (progress: SnapshotProgress) => void;
  readonly choice: () => OfflineChoice;
  readonly delays?: Delays;
}

/** What fails once may go at once; what goes on failing is asked for seldom, also by a thousand desktops. */
const defaultDelays: Delays = { firstMs: 1_000, mostMs: 5 * 60_000 };
/** In the place of an organization: the list of them, with what the person is told. */
const everything = "";

/** At a time: enough to use the line, few enough that the server has time for others. */
const atOnce = 2;

interface Run {
  readonly signal: AbortSignal;
  readonly kept: KeptWhere;
}

export function createSync(options: SyncOptions): Sync {
  const { remote, snapshot, delays = defaultDelays } = options;
  const isWanted = (organizationId: string) => options.choice().organizationIds?.includes(organizationId) ?? true;
  /** Kept with another window than the one that is chosen now. */
  const outdated = new Set<string>();
  let running: AbortController | null = null;
  let run: Promise<Run | null> = Promise.resolve(null);
  const paced = pacedProgress(options.onProgress);
  const behind = createBehind();
  const counts = { organizations: 0, filled: 0, rows: 0, expected: 0 };
  const hindered = new Map<string, Hindrance>();
  const tell = (kept: KeptWhere) => paced.update({ kept, ...counts, hindered: hindered.size });
  const settle = (organizationId: string) => {
    hindered.delete(organizationId);
    retries.settled(organizationId);
  };
  const queue = createQueue(atOnce, async (organizationId) => {
    const current = await run;
    if (current === null) return;
    const { signal, kept } = current;
    if (!isWanted(organizationId)) return;
    const mark = behind.mark();
    const { days, events: mostEvents } = options.choice();
    const parts = { remote, snapshot, window: { days, mostEvents }, anew: outdated.has(organizationId), signal };
    const outcome = await updateOrganization(parts, organizationId, (rows, expected) => {
      Object.assign(counts, { rows, expected });
      tell(kept);
    });
    if (signal.aborted) return;
    if (!isWanted(organizationId)) await snapshot.dropRows(organizationId);
    if (outcome === "done") {
      outdated.delete(organizationId);
      retries.settled(everything);
    }
    if (outcome === "done" || outcome === "gone" || !isWanted(organizationId)) settle(organizationId);
    else if (outcome === "unreached") {
      queue.clear();
      // The feed says that the server is there again only where it was lost itself.
      retries.failed(everything);
    } else {
      hindered.set(organizationId, outcome);
      retries.failed(organizationId);
    }
    if (outcome === "done") behind.caughtUp(organizationId, mark);
    counts.filled = (await snapshot.standings())?.length ?? 0;
    Object.assign(counts, { rows: 0, expected: 0 });
    tell(kept);
  });
  const retries = createRetries(delays, (key) => (key === everything ? void refresh() : queue.add(key)));
  /** Everything that may have been missed. The list comes first: with it goes what the person has lost. */
  const refresh = async () => {
    const current = await run;
    if (current === null) return;
    const mark = behind.mark();
    const organizations = await readPerson(remote, snapshot, current.signal);
    if (current.signal.aborted) return;
    if (organizations === null) return retries.failed(everything);
    for (const id of hindered.keys()) if (!organizations.some((one) => one.id === id && isWanted(id))) settle(id);
    const kept = await snapshot.standings();
    if (kept === null) return;
    const standings = new Map(kept.map((standing) => [standing.organizationId, standing]));
    const wanted = organizations.filter(({ id }) => isWanted(id));
    for (const id of standings.keys()) if (!isWanted(id)) await snapshot.dropRows(id);
    Object.assign(counts, {
      organizations: wanted.length,
      filled: wanted.filter(({ id }) => standings.has(id)).length,
    });
    tell(current.kept);
    const now = new Date().toISOString();
    const first = options.firstOrganizationId();
    const asKept = new Set<string>();
    for (const { id, revision } of inOrderOfUse(wanted, first)) {
      const standing = standings.get(id);
      if (standing?.revision === revision && !isStale(standing.at) && !outdated.has(id)) asKept.add(id);
      else queue.add(id);
    }
    for (const id of asKept) settle(id);
    // Otherwise the first that is done says that the server is there.
    if (asKept.size === wanted.length) retries.settled(everything);
    await snapshot.confirm([...asKept], now);
    for (const id of asKept) behind.caughtUp(id, mark);
  };
  const changed = (organizationId: string) => {
    if (!isWanted(organizationId)) return;
    behind.told(organizationId);
    // What failed waits for its next try, however often it changes meanwhile.
    if (hindered.has(organizationId)) return;
    queue.addSoon(organizationId);
  };
  /** The server is asked once more, since a fill that it began before may end after this. */
  const ended = (organizationId: string) => {
    void snapshot.forgetOrganization(organizationId);
    queue.addSoon(organizationId);
  };
  return {
    start: (opened) => {
      running?.abort();
      retries.clear();
      hindered.clear();
      queue.clear();
      const { signal } = (running = new AbortController());
      run = opened.then(
        (kept) => ({ signal, kept }),
        () => null,
      );
    },
    stop: () => {
      running?.abort();
      running = null;
      run = Promise.resolve(null);
      retries.clear();
      hindered.clear();
      queue.clear();
      paced.stop();
    },
    heard: (event) => {
      if (event.type === "ready" || event.type === "membershipStarted" || event.type === "invited") void refresh();
      if (event.type === "changed") changed(event.organizationId);
      if (event.type === "membershipEnded") ended(event.organizationId);
    },
    acted: changed,
    listenedUntil: async (at) => {
      const standings = (await snapshot.standings()) ?? [];
      const ids = standings.map(({ organizationId }) => organizationId).filter((id) => !behind.is(id));
      await snapshot.confirm(ids, at);
    },
    chosen: async ({ days, events }) => {
      const now = options.choice();
      for (const { organizationId } of (await snapshot.standings()) ?? []) {
        if (!isWanted(organizationId)) await snapshot.dropRows(organizationId);
        else if (now.days !== days || now.events !== events) outdated.add(organizationId);
      }
      void refresh();
    },
    hindered: () => [...hindered].map(([id, why]) => ({ id, why })),
    tryAgain: () => retries.now(),
    isBehind: (organizationId) => (organizationId === null ? behind.any() : behind.is(organizationId)),
  };
}

/** Names and who was here change without a revision; so what is this old is looked at again. */
const staleMs = 6 * 60 * 60_000;
const isStale = (at: string): boolean => Date.now() - Date.parse(at) > staleMs;

interface Used {
  readonly id: string;
  readonly revision: number;
  readonly lastActivityAt: string;
}

const inOrderOfUse = (organizations: readonly Used[], first: string | null): Used[] =>
  organizations.toSorted((a, b) => {
    if (a.id === first || b.id === first) return a.id === first ? -1 : 1;
    return a.lastActivityAt < b.lastActivityAt ? 1 : -1;
  });
