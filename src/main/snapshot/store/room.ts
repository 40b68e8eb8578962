import { statfsSync } from "node:fs";

/** There is no room for more than what is stored, though the disk itself would take it. */
export class NoRoomError extends Error {}

/** Bytes that are free where a file is; without end where that cannot be told, so that the disk itself refuses. */
export function freeAt(path: string): number {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
