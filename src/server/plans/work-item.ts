import type { Fault } from "#contract/fault.ts";
import { setTimeout as pause } from "node:timers/promises";
import { faultOfDatabase } from "../dispatch/database-faults.ts";
import { FaultError } from "../dispatch/fault-error.ts";
import { recordSecurity } from "../dispatch/security-log.ts";
import { endItem, failNext } from "../storage/queries/plan-work.ts";
import type { PlanItemRow } from "../storage/queries/plans.ts";
import { mainAct, operationOfAct } from "./command.ts";
import { callerOf, performNext, type Hand, type Working } from "./perform-item.ts";

/** How it went on in an organization. `later`: nobody could do the item now; seconds until it makes sense. */
export type Went = "on" | "empty" | { readonly later: number };

/** Waits between the tries of an item that failed for reasons of the server's own, in milliseconds. */
const delays = [50, 400] as const;

/**
 * Does the next item in an organization. A refusal or a failure of its own becomes its result; what the server could
 * not do is tried again a few times.
 * @throws where the database is away: the whole job is tried again then
 */
export async function workOnNext(working: Working, organizationId: string): Promise<Went> {
  for (let tried = 0; ; tried += 1) {
    const hand: Hand = { item: null };
    try {
      return (await performNext(working, organizationId, hand)) ? "on" : "empty";
    } catch (error) {
      const fault = faultBehind(error, working);
      if (fault.kind === "limitReached" && fault.limit === "rate") return { later: fault.retryAfter ?? 60 };
      const delay = isOurs(fault) ? delays[tried] : undefined;
      if (delay === undefined) {
        // No item was reached: the database is away, or all would fail alike.
        if (hand.item === null && isOurs(fault)) throw error;
        return fail(working, organizationId, hand.item, fault);
      }
      await pause(delay);
    }
  }
}

/** Whether the server is to blame, not the plan. */
const isOurs = ({ kind }: Fault): boolean => kind === "unavailable" || kind === "internal";

function faultBehind(error: unknown, { services, plan }: Working): Fault {
  if (error instanceof FaultError) return error.fault;
  const fault = faultOfDatabase(error);
  if (fault !== null) return fault;
  services.log.error({ err: error, planId: plan.id }, "an item of a plan failed");
  return { kind: "internal" };
}

async function fail(working: Working, organizationId: string, item: PlanItemRow | null, fault: Fault): Promise<Went> {
  const { services, plan } = working;
  const { system } = services.pools;
  const caller = callerOf(plan);
  const text = JSON.stringify(fault);
  const result = { state: "failed", act: null, why: null, at: caller.now, fault: text, revision: null } as const;
  // Without an item in hand, nobody could be found to work for: the same awaits every item here.
  if (item === null) return (await failNext(system, plan.id, organizationId, result)) ? "on" : "empty";
  await endItem(system, item, result);
  if (fault.kind === "forbidden") {
    await recordSecurity(system, caller, {
      kind: "command.refused",
      accountId: plan.accountId,
      organizationId,
      detail: { operation: operationOfAct(mainAct[plan.change.kind]), reason: fault.refusal.code },
    });
  }
  return "on";
}
