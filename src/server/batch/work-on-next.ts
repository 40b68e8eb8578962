import type { Fault } from "#contract/fault.ts";
import { setTimeout as pause } from "node:timers/promises";
import { faultOfDatabase } from "../dispatch/database-faults.ts";
import { FaultError } from "../dispatch/fault-error.ts";
import { recordSecurity } from "../dispatch/security-log.ts";
import { callerOf, type Batch } from "./batch.ts";
import { performNext, type Hand } from "./perform-next.ts";

/** How it went on in an organization. `later`: nobody could do the item now; seconds until it makes sense. */
export type Went = "on" | "empty" | { readonly later: number };

/** Waits between the tries of an item that failed for reasons of the server's own, in milliseconds. */
const delays = [50, 400] as const;

/**
 * Does the next item in an organization. A refusal or a failure of its own becomes its result; what the server could
 * not do is tried again a few times.
 * @throws where the database is away: the whole job is tried again then
 */
export async function workOnNext<Item, Result>(batch: Batch<Item, Result>, organizationId: string): Promise<Went> {
  for (let tried = 0; ; tried += 1) {
    const hand: Hand<Item> = { item: null };
    try {
      return (await performNext(batch, organizationId, hand)) ? "on" : "empty";
    } catch (error) {
      const fault = faultBehind(error, batch);
      if (fault.kind === "limitReached" && fault.limit === "rate") return { later: fault.retryAfter ?? 60 };
      const delay = isOurs(fault) ? delays[tried] : undefined;
      if (delay === undefined) {
        // No item was reached: the database is away, or all would fail alike.
        if (hand.item === null && isOurs(fault)) throw error;
        return fail(batch, organizationId, hand.item, fault);
      }
      await pause(delay);
    }
  }
}

/** Whether the server is to blame, not what was asked for. */
const isOurs = ({ kind }: Fault): boolean => kind === "unavailable" || kind === "internal";

function faultBehind<Item, Result>(error: unknown, { services, id, kind }: Batch<Item, Result>): Fault {
  if (error instanceof FaultError) return error.fault;
  const fault = faultOfDatabase(error);
  if (fault !== null) return fault;
  services.log.error({ err: error, batchId: id, batch: kind }, "an item failed");
  return { kind: "internal" };
}

async function fail<Item, Result>(
  batch: Batch<Item, Result>,
  organizationId: string,
  item: Item | null,
  fault: Fault,
): Promise<Went> {
  const { system } = batch.services.pools;
  const caller = callerOf(batch);
  const result = batch.failed(fault, caller.now);
  // Without an item in hand, nobody could be found to work for: the same awaits every item here.
  if (item === null) {
    return system.transaction().execute(async (db) => {
      const next = await batch.take(db, organizationId);
      if (next !== undefined) await batch.end(db, next, result);
      return next === undefined ? "empty" : "on";
    });
  }
  await batch.end(system, item, result);
  if (fault.kind === "forbidden") {
    await recordSecurity(system, caller, {
      kind: "command.refused",
      accountId: batch.accountId,
      organizationId,
      detail: { operation: batch.operation(item), reason: fault.refusal.code },
    });
  }
  return "on";
}
