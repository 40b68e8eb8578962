import type { DesktopEvent } from "#contract/desktop.ts";

/** How far the snapshot is. */
export type SnapshotProgress = Omit<Extract<DesktopEvent, { type: "snapshot" }>, "type">;

type Counts = Omit<SnapshotProgress, "kept">;

/** Tells of progress at a pace that a person can follow; the last word always comes. */
export interface Progress {
  /** What is not given is as before. */
  tell(kept: SnapshotProgress["kept"], news: Partial<Counts>): void;
  /** Nothing more is told, and the counts begin anew. */
  clear(): void;
}

const noOftenerMs = 200;
const nothing: Counts = { organizations: 0, filled: 0, rows: 0, expected: 0, hindered: 0 };

export function createProgress(tell: (progress: SnapshotProgress) => void): Progress {
  let waiting: NodeJS.Timeout | null = null;
  let counts = nothing;
  let latest: SnapshotProgress | null = null;
  const flush = () => {
    waiting = null;
    if (latest !== null) tell(latest);
    latest = null;
  };
  return {
    tell: (kept, news) => {
      counts = { ...counts, ...news };
      latest = { kept, ...counts };
      waiting ??= setTimeout(flush, noOftenerMs).unref();
    },
    clear: () => {
      if (waiting !== null) clearTimeout(waiting);
      [waiting, latest, counts] = [null, null, nothing];
    },
  };
}
