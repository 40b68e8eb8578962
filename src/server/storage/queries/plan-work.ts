import { sql } from "kysely";
import type { Db } from "../database.ts";
import { planColumns, setPlanStatus, type ItemResult, type PlanItemRow, type PlanRow } from "./plans.ts";

/** Takes a running plan for some seconds, unless another worker has it. */
export async function leasePlan(
  system: Db,
  planId: string,
  workerId: string,
  seconds: number,
): Promise<PlanRow | undefined> {
  return system
    .updateTable("plans")
    .set({ leased_by: workerId, leased_until: sql<Date>`now() + make_interval(secs => ${seconds})` })
    .where("id", "=", planId)
    .where("status", "=", "running")
    .where((eb) =>
      eb.or([
        eb("leased_until", "is", null),
        eb("leased_until", "<", sql<Date>`now()`),
        eb("leased_by", "=", workerId),
      ]),
    )
    .returning(planColumns)
    .executeTakeFirst();
}

export async function releasePlan(system: Db, planId: string, workerId: string): Promise<void> {
  await system
    .updateTable("plans")
    .set({ leased_by: null, leased_until: null })
    .where("id", "=", planId)
    .where("leased_by", "=", workerId)
    .execute();
}

export async function isRunning(system: Db, planId: string): Promise<boolean> {
  const row = await system
    .selectFrom("plans")
    .select("id")
    .where("id", "=", planId)
    .where("status", "=", "running")
    .executeTakeFirst();
  return row !== undefined;
}

/** The organizations in which items of a plan wait, in the order of their first. */
export async function waitingOrganizations(system: Db, planId: string): Promise<string[]> {
  const rows = await system
    .selectFrom("plan_items")
    .select("organization_id")
    .where("plan_id", "=", planId)
    .where("state", "=", "waiting")
    .groupBy("organization_id")
    .orderBy((eb) => eb.fn.min("position"))
    .execute();
  return rows.map(({ organization_id }) => organization_id);
}

const next = (db: Db, planId: string, organizationId: string) =>
  db
    .selectFrom("plan_items")
    .selectAll()
    .where("plan_id", "=", planId)
    .where("organization_id", "=", organizationId)
    .where("state", "=", "waiting")
    .orderBy("position")
    .limit(1);

/** The next item that waits in an organization. */
export async function nextItem(db: Db, planId: string, organizationId: string): Promise<PlanItemRow | undefined> {
  return next(db, planId, organizationId).executeTakeFirst();
}

/** The same, locked: whoever else wants it waits, and then finds it done. */
export async function takeItem(db: Db, planId: string, organizationId: string): Promise<PlanItemRow | undefined> {
  return next(db, planId, organizationId).forUpdate().executeTakeFirst();
}

/** Writes what became of an item that waits; one that was cancelled meanwhile stays so. */
export async function endItem(
  db: Db,
  { organization_id, plan_id, position }: Pick<PlanItemRow, "organization_id" | "plan_id" | "position">,
  result: ItemResult,
): Promise<void> {
  await db
    .updateTable("plan_items")
    .set(result)
    .where("organization_id", "=", organization_id)
    .where("plan_id", "=", plan_id)
    .where("position", "=", position)
    .where("state", "=", "waiting")
    .execute();
}

/** Ends a running plan when none of its items waits; false where one does. */
export async function finishPlan(system: Db, planId: string): Promise<boolean> {
  return system.transaction().execute(async (db) => {
    const plan = await db.selectFrom("plans").select("status").where("id", "=", planId).forUpdate().executeTakeFirst();
    if (plan?.status !== "running") return true;
    // Asked after the lock was had: whoever resumes the plan writes its items under it.
    if ((await waitingOrganizations(db, planId)).length > 0) return false;
    await setPlanStatus(db, planId, { status: "finished", finished_at: sql<Date>`now()` });
    return true;
  });
}

/** Plans that are running and that no job is for: theirs was given up while the database was away. */
export async function stalledPlans(system: Db, jobKind: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from plans p where status = 'running' and not exists (
      select from outbox where kind = ${jobKind} and done_at is null and payload ->> 'planId' = p.id::text)`.execute(
    system,
  );
  return rows.map(({ id }) => id);
}
