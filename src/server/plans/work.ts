import { PlanChange } from "#contract/entities/plan.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import type { Services } from "../dispatch/services.ts";
import { newId } from "../storage/ids.ts";
import { finishPlan, isRunning, leasePlan, releasePlan, waitingOrganizations } from "../storage/queries/plan-work.ts";
import { progressNotices } from "../batch/notices.ts";
import { workOnNext } from "../batch/work-on-next.ts";
import { planBatch } from "./batch.ts";

export interface PlanWorkOptions {
  /** Milliseconds after which the work stops between two items, to be taken up again. */
  readonly budget?: number;
  /** How long nobody else takes the plan, should this server die. */
  readonly leaseSeconds?: number;
  /** How many organizations are worked on at once. */
  readonly lanes?: number;
}

/** What is left for another job: nothing, or something to be taken up at once (`null`) or later. */
export type Left = "nothing" | { readonly at: Date | null };

const inSeconds = (seconds: number): Date => new Date(Date.now() + seconds * 1000);

/**
 * Works a plan off for a while. One worker has a plan at a time; should two have it, the lock of each item still lets
 * it be done once. Whoever continues after an interruption finds out from the items that wait.
 */
export async function workOffPlan(
  services: Services,
  handlers: Handlers,
  planId: string,
  { budget = 3_000, leaseSeconds = 60, lanes = 3 }: PlanWorkOptions = {},
): Promise<Left> {
  const { system } = services.pools;
  const workerId = newId();
  const row = await leasePlan(system, planId, workerId, leaseSeconds);
  if (row === undefined) return (await isRunning(system, planId)) ? { at: inSeconds(leaseSeconds) } : "nothing";
  const plan = { id: row.id, accountId: row.account_id, change: PlanChange.parse(row.change) };
  const notices = progressNotices(system, { type: "planChanged", planId: plan.id, accountId: plan.accountId });
  try {
    return await workUntil(Date.now() + budget, planBatch(services, handlers, plan), lanes, notices.tell);
  } finally {
    await notices.end();
    await releasePlan(system, planId, workerId);
  }
}

type PlanBatch = ReturnType<typeof planBatch>;

async function workUntil(until: number, batch: PlanBatch, lanes: number, tell: () => void): Promise<Left> {
  const { system } = batch.services.pools;
  while (Date.now() < until) {
    const organizations = await waitingOrganizations(system, batch.id);
    if (organizations.length === 0) {
      if (await finishPlan(system, batch.id)) return "nothing";
      continue;
    }
    const queue = organizations[Symbol.iterator]();
    const lane = async (): Promise<number> => {
      for (const organizationId of queue) {
        const later = await workIn(until, batch, organizationId, tell);
        if (later > 0 || Date.now() >= until) return later;
      }
      return 0;
    };
    const later = Math.max(...(await Promise.all(Array.from({ length: lanes }, lane))));
    if (later > 0) return { at: inSeconds(later) };
  }
  return { at: null };
}

/** Works on one organization's items in their order; seconds to wait where they can go on later only. */
async function workIn(until: number, batch: PlanBatch, organizationId: string, tell: () => void): Promise<number> {
  while (Date.now() < until) {
    const went = await workOnNext(batch, organizationId);
    if (went === "empty") return 0;
    if (went !== "on") return went.later;
    tell();
  }
  return 0;
}
