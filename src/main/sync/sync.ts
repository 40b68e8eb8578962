import type { FeedEvent } from "#contract/feed.ts";
import type { Remote } from "../remote/remote.ts";
import type { PersonalSnapshot } from "../snapshot/snapshot.ts";
import type { KeptWhere } from "../snapshot/worker/protocol.ts";
import { createBehind } from "./behind.ts";
import { pacedProgress, type SnapshotProgress } from "./progress.ts";
import { readPerson } from "./person.ts";
import { updateOrganization, type Window } from "./update.ts";
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
}

export interface SyncOptions {
  readonly remote: Remote;
  readonly snapshot: PersonalSnapshot;
  readonly firstOrganizationId: () => string | null;
  readonly onProgress: (progress: SnapshotProgress) => void;
  readonly window?: Window;
}

const defaultWindow: Window = { days: 90, events: 50_000 };
/** At a time: enough to use the line, few enough that the server has time for others. */
const atOnce = 2;

interface Run {
  readonly signal: AbortSignal;
  readonly kept: KeptWhere;
}

export function createSync(options: SyncOptions): Sync {
  const { remote, snapshot, window = defaultWindow } = options;
  let running: AbortController | null = null;
  let run: Promise<Run | null> = Promise.resolve(null);
  const paced = pacedProgress(options.onProgress);
  const behind = createBehind();
  const counts = { organizations: 0, filled: 0, rows: 0, expected: 0 };
  const tell = (kept: KeptWhere) => paced.update({ kept, ...counts });
  const queue = createQueue(atOnce, async (organizationId) => {
    const current = await run;
    if (current === null) return;
    const { signal, kept } = current;
    const mark = behind.mark();
    const outcome = await updateOrganization({ remote, snapshot, window, signal }, organizationId, (rows, expected) => {
      Object.assign(counts, { rows, expected });
      tell(kept);
    });
    if (signal.aborted) return;
    if (outcome === "unreached") queue.clear();
    if (outcome === "done") behind.caughtUp(organizationId, mark);
    counts.filled = (await snapshot.standings()).length;
    Object.assign(counts, { rows: 0, expected: 0 });
    tell(kept);
  });
  /** Everything that may have been missed. The list comes first: with it goes what the person has lost. */
  const refresh = async () => {
    const current = await run;
    if (current === null) return;
    const mark = behind.mark();
    const organizations = await readPerson(remote, snapshot, current.signal);
    if (organizations === null || current.signal.aborted) return;
    const standings = new Map((await snapshot.standings()).map((standing) => [standing.organizationId, standing]));
    Object.assign(counts, { organizations: organizations.length, filled: standings.size });
    tell(current.kept);
    const now = new Date().toISOString();
    const first = options.firstOrganizationId();
    for (const { id, revision } of inOrderOfUse(organizations, first)) {
      const standing = standings.get(id);
      if (standing?.revision === revision && !isStale(standing.at)) {
        await snapshot.confirm(id, now);
        behind.caughtUp(id, mark);
      } else queue.add(id);
    }
  };
  const changed = (organizationId: string) => {
    behind.told(organizationId);
    queue.addSoon(organizationId);
  };
  return {
    start: (opened) => {
      running?.abort();
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
      queue.clear();
      paced.stop();
    },
    heard: (event) => {
      if (event.type === "ready" || event.type === "membershipStarted" || event.type === "invited") void refresh();
      if (event.type === "changed") changed(event.organizationId);
      if (event.type === "membershipEnded") void snapshot.forgetOrganization(event.organizationId);
    },
    acted: changed,
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
