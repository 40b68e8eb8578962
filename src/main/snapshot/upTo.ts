import { setTimeout as pause } from "node:timers/promises";
import type { SnapshotRows } from "./snapshot.ts";

const lookEveryMs = 100;
const mostLooks = 80;

/** Waits until what is kept of an organization is at least of this revision; false when that takes too long. */
export async function isKeptUpTo(
  snapshot: Pick<SnapshotRows, "standings">,
  organizationId: string,
  revision: number,
): Promise<boolean> {
  for (let look = 0; look < mostLooks; look++) {
    const standings = await snapshot.standings();
    const standing = standings.find((one) => one.organizationId === organizationId);
    if (standing !== undefined && standing.revision >= revision) return true;
    await pause(lookEveryMs);
  }
  return false;
}
