import { keepResponse } from "../storage/queries/idempotency-keys.ts";
import type { Db } from "../storage/database.ts";
import { claimKey } from "./idempotency.ts";
import type { Caller } from "./services.ts";

export interface Command {
  readonly name: string;
  readonly raw: unknown;
  readonly caller: Caller;
  readonly accountId: string;
}

/** Runs a command once per idempotency key: a retry gets the first answer without running anything again. */
export async function once(db: Db, command: Command, work: () => Promise<unknown>): Promise<unknown> {
  const { caller, accountId } = command;
  if (caller.idempotencyKey === null) return work();
  const remembered = await claimKey(db, accountId, caller.idempotencyKey, command.name, command.raw);
  if (remembered.replayed) return remembered.response;
  const response = await work();
  await keepResponse(db, accountId, caller.idempotencyKey, response);
  return response;
}
