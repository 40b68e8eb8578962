import { keepResponse } from "../storage/queries/idempotency-keys.ts";
import type { Db } from "../storage/database.ts";
import { claimKey, type Asked, type Remembered } from "./idempotency.ts";

export interface Command extends Asked {
  readonly accountId: string;
}

/** Runs a command once per idempotency key: a retry gets the first answer without running anything again. */
export async function once(db: Db, command: Command, work: () => Promise<unknown>): Promise<unknown> {
  return onceClaimed(db, command, await claimKey(db, command.accountId, command), work);
}

/** The same where the key is claimed. */
export async function onceClaimed(
  db: Db,
  { caller: { idempotencyKey: key }, accountId }: Command,
  claimed: Remembered,
  work: () => Promise<unknown>,
): Promise<unknown> {
  if (claimed.replayed) return claimed.response;
  const response = await work();
  if (key !== null) await keepResponse(db, accountId, key, response);
  return response;
}
