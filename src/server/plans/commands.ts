import type { Plan } from "#contract/entities/plan.ts";
import type { Input } from "#contract/operations.ts";
import type { AccountContext } from "../dispatch/contexts.ts";
import type { Db } from "../storage/database.ts";
import { found } from "../dispatch/fault-error.ts";
import { announce } from "../feed/notices.ts";
import { enqueuePlan } from "../jobs/plan-job.ts";
import { newId } from "../storage/ids.ts";
import {
  cancelWaiting,
  countMatching,
  insertPlan,
  lockPlan,
  setPlanStatus,
  waitAgain,
  type NewItem,
  type PlanRow,
} from "../storage/queries/plans.ts";
import { plansOf } from "./plan-of.ts";
import { resolvePlan, type ResolvedPlan } from "./resolve.ts";

async function told(db: Db, row: PlanRow): Promise<Plan> {
  const [plan] = await plansOf(db, [row]);
  await announce(db, [{ type: "planChanged", planId: row.id, accountId: row.account_id }]);
  return found(plan, "plan");
}

const storedItems = ({ items, places }: ResolvedPlan): NewItem[] =>
  items.map((item) => ({
    position: item.position,
    organization_id: item.organizationId,
    organization_name: places.get(item.organizationId)?.name ?? "",
    person_id: item.accountId,
    person_name: item.name,
    person_email: item.email,
    role: item.role,
  }));

/**
 * Stores a plan with who and where is meant, and hands it to the worker. Nothing is decided here: every item is judged
 * when its turn comes.
 */
export async function startPlan(context: AccountContext, { change, targets }: Input<"plan.start">): Promise<Plan> {
  const { account, db, caller } = context;
  // On this transaction's connection: those of its pool may all be held by others who want one more.
  const plan = await resolvePlan(db, account.id, change, targets);
  const id = newId();
  const row = await insertPlan(db, { id, accountId: account.id, change, at: caller.now }, storedItems(plan));
  await enqueuePlan(db, id);
  return told(db, row);
}

/** Stops a plan before its next item. One that has nothing left to do stays as it is. */
export async function cancelPlan({ account, db, caller }: AccountContext, planId: string): Promise<Plan> {
  const row = found(await lockPlan(db, account.id, planId), "plan");
  const stopped = await cancelWaiting(db, planId, caller.now);
  if (stopped === 0) return told(db, row);
  return told(db, await setPlanStatus(db, planId, { status: "cancelled", finished_at: caller.now }));
}

const hasWaiting = async (db: Db, planId: string): Promise<boolean> =>
  (await countMatching(db, planId, { state: ["waiting"] })) > 0;

/** Makes what failed or was cancelled wait again. One that has nothing left to do stays as it is. */
export async function resumePlan({ account, db }: AccountContext, planId: string): Promise<Plan> {
  const row = found(await lockPlan(db, account.id, planId), "plan");
  const again = await waitAgain(db, planId);
  if (again === 0 && !(await hasWaiting(db, planId))) return told(db, row);
  // Also for a plan that runs: should its job have been given up, this is the way to go on.
  await enqueuePlan(db, planId);
  return told(db, await setPlanStatus(db, planId, { status: "running", finished_at: null }));
}
