import { rmSync } from "node:fs";

/** Deletes a snapshot's file with all that SQLite keeps beside it. */
export function eraseFile(path: string): void {
  for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(`${path}${end}`, { force: true });
}
