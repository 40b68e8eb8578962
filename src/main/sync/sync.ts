import type { OfflineChoice, OfflineData } from "#contract/entities/offline.ts";
import type { FeedEvent } from "#contract/feed.ts";
import type { Remote } from "../remote/remote.ts";
import type { PersonalSnapshot } from "../snapshot/snapshot.ts";
import type { KeptWhere } from "../snapshot/worker/protocol.ts";
import type { Delays } from "../back-off.ts";
import { createBehind } from "./behind.ts";
import { dueOf } from "./due.ts";
import { createProgress, type SnapshotProgress } from "./progress.ts";
import { readPerson } from "./person.ts";
import { createRetries } from "./retries.ts";
import { createUpkeep, isChosen, windowOf, type Run } from "./upkeep.ts";

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
  chosen(): Promise<void>;
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
/** What is tried again beside single organizations: the list of them, with what the person is told. */
const everything = "everything";

export function createSync(options: SyncOptions): Sync {
  const { remote, snapshot, choice, delays = defaultDelays } = options;
  const isWanted = (organizationId: string) => isChosen(choice(), organizationId);
  let running: AbortController | null = null;
  let run: Promise<Run | null> = Promise.resolve(null);
  const progress = createProgress(options.onProgress);
  const behind = createBehind();
  const retries = createRetries(delays, () => void refresh());
  const upkeep = createUpkeep({
    remote,
    snapshot,
    choice,
    run: async () => await run,
    behind,
    progress,
    delays,
    onReached: () => retries.settled(everything),
    // The feed says that the server is there again only where it was lost itself.
    onUnreached: () => retries.failed(everything),
  });
  const clear = () => {
    running?.abort();
    retries.clear();
    upkeep.clear();
    progress.clear();
  };
  const dropUnwanted = async () => {
    const { organizationIds } = choice();
    if (organizationIds !== null) await snapshot.keepRows(organizationIds);
  };
  /** Everything that may have been missed. The list comes first: with it goes what the person has lost. */
  const refresh = async () => {
    const current = await run;
    if (current === null) return;
    const mark = behind.mark();
    const organizations = await readPerson(remote, snapshot, current.signal);
    if (current.signal.aborted) return;
    if (organizations === null) return retries.failed(everything);
    const wanted = organizations.filter(({ id }) => isWanted(id));
    for (const { id } of upkeep.hindered()) if (!wanted.some((one) => one.id === id)) upkeep.settled(id);
    await dropUnwanted();
    const kept = await snapshot.standings();
    if (kept === null || current.signal.aborted) return;
    const standings = new Map(kept.map((standing) => [standing.organizationId, standing]));
    progress.tell(current.kept, {
      organizations: wanted.length,
      filled: wanted.filter(({ id }) => standings.has(id)).length,
      hindered: upkeep.hindered().length,
    });
    const now = new Date();
    const given = { standings, window: windowOf(choice()), first: options.firstOrganizationId(), now: now.getTime() };
    const { due, asKept } = dueOf(wanted, given);
    for (const id of due) upkeep.due(id);
    for (const id of asKept) upkeep.settled(id);
    // Otherwise the first that is done says that the server is there.
    if (due.length === 0) retries.settled(everything);
    await snapshot.confirm(asKept, now.toISOString());
    for (const id of asKept) behind.caughtUp(id, mark);
  };
  const changed = (organizationId: string) => {
    if (!isWanted(organizationId)) return;
    behind.told(organizationId);
    // What failed waits for its next try, however often it changes meanwhile.
    if (!upkeep.isHindered(organizationId)) upkeep.dueSoon(organizationId);
  };
  /** The server is asked once more, since a fill that it began before may end after this. */
  const ended = (organizationId: string) => {
    void snapshot.forgetOrganization(organizationId);
    upkeep.dueSoon(organizationId);
  };
  return {
    start: (opened) => {
      clear();
      const { signal } = (running = new AbortController());
      run = opened.then(
        (kept) => ({ signal, kept }),
        () => null,
      );
    },
    stop: () => {
      clear();
      run = Promise.resolve(null);
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
    chosen: async () => {
      await dropUnwanted();
      void refresh();
    },
    hindered: () => upkeep.hindered(),
    tryAgain: () => {
      retries.now();
      upkeep.tryAgain();
    },
    isBehind: (organizationId) => (organizationId === null ? behind.any() : behind.is(organizationId)),
  };
}
