import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describeError, type Logger } from "../logger.ts";
import { isBusy } from "../snapshot/store/file.ts";

/** That this process alone writes a data folder, until it gives that up or ends. */
export interface Claim {
  release(): void;
}

/** A desktop that is just closing has its folder for a moment longer. */
const patienceMs = 3_000;

/**
 * Claims a data folder, or gives null while another process has it. The lock is the operating system's, on an empty
 * file of SQLite: it ends with the process however that ends, so what was killed locks nobody out. Where a file system
 * knows no locks, the folder is used as if it were claimed.
 */
export function claimFolder(folder: string, logger: Logger, timeout = patienceMs): Claim | null {
  try {
    return lockOn(join(folder, "in-use.lock"), timeout);
  } catch (error) {
    if (isBusy(error)) return null;
    logger.warn("The data folder cannot be locked", describeError(error));
    return { release: () => undefined };
  }
}

function lockOn(file: string, timeout: number): Claim {
  const db = new DatabaseSync(file, { timeout });
  try {
    // Nothing is ever written: the transaction that holds the lock stays open.
    db.exec("begin exclusive");
  } catch (error) {
    db.close();
    throw error;
  }
  return { release: () => db.close() };
}
