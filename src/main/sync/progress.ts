import type { DesktopEvent } from "#contract/desktop.ts";

/** How far the snapshot is. */
export type SnapshotProgress = Omit<Extract<DesktopEvent, { type: "snapshot" }>, "type">;

const noOftenerMs = 200;

/** Tells of progress at a pace that a person can follow; the last word always comes. */
export function pacedProgress(tell: (progress: SnapshotProgress) => void): {
  update(progress: SnapshotProgress): void;
  stop(): void;
} {
  let waiting: NodeJS.Timeout | null = null;
  let latest: SnapshotProgress | null = null;
  const flush = () => {
    waiting = null;
    if (latest !== null) tell(latest);
    latest = null;
  };
  return {
    update: (progress) => {
      latest = progress;
      waiting ??= setTimeout(flush, noOftenerMs).unref();
    },
    stop: () => {
      if (waiting !== null) clearTimeout(waiting);
      waiting = null;
    },
  };
}
