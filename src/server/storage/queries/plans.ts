import { sql, type RawBuilder } from "kysely";
import type { Db } from "../database.ts";
import type { PlanItemsTable } from "../tables/plan.ts";

export type StoredState = "waiting" | "done" | "nothing" | "failed" | "cancelled";

export const planColumns = ["id", "account_id", "change", "status", "created_at", "finished_at"] as const;

const selectPlan = (db: Db) => db.selectFrom("plans").select(planColumns);
export type PlanRow = Awaited<ReturnType<ReturnType<typeof selectPlan>["executeTakeFirstOrThrow"]>>;

export async function planById(db: Db, accountId: string, planId: string): Promise<PlanRow | undefined> {
  return selectPlan(db).where("account_id", "=", accountId).where("id", "=", planId).executeTakeFirst();
}

/** The same, locked: starting, cancelling, resuming and finishing come one after the other. */
export async function lockPlan(db: Db, accountId: string, planId: string): Promise<PlanRow | undefined> {
  return selectPlan(db).where("account_id", "=", accountId).where("id", "=", planId).forUpdate().executeTakeFirst();
}

/** The person's plans, newest first. */
export async function planPage(
  db: Db,
  accountId: string,
  page: { readonly before: string | null; readonly limit: number },
): Promise<PlanRow[]> {
  let query = selectPlan(db).where("account_id", "=", accountId).orderBy("id", "desc").limit(page.limit);
  if (page.before !== null) query = query.where("id", "<", page.before);
  return query.execute();
}

export async function countPlans(db: Db, accountId: string): Promise<number> {
  const query = db.selectFrom("plans").select((eb) => eb.fn.countAll<number>().as("rows"));
  return (await query.where("account_id", "=", accountId).executeTakeFirstOrThrow()).rows;
}

export interface StateCount {
  readonly plan_id: string;
  readonly organization_id: string;
  readonly organization_name: string;
  readonly state: StoredState;
  readonly items: number;
  /** The first and the last address of them; alike where they are about one person. */
  readonly first_email: string;
  readonly last_email: string;
  readonly person_name: string;
}

/** How far these plans are in each of their organizations. */
export async function countItems(db: Db, planIds: readonly string[]): Promise<StateCount[]> {
  return db
    .selectFrom("plan_items")
    .select(["plan_id", "organization_id", "state"])
    .select((eb) => [eb.fn.max("organization_name").as("organization_name"), eb.fn.countAll<number>().as("items")])
    .where("plan_id", "in", [...planIds])
    .select((eb) => [
      eb.fn.min("person_email").as("first_email"),
      eb.fn.max("person_email").as("last_email"),
      eb.fn.max("person_name").as("person_name"),
    ])
    .groupBy(["plan_id", "organization_id", "state"])
    .orderBy((eb) => eb.fn.min("position"))
    .execute();
}

const selectItem = (db: Db) => db.selectFrom("plan_items").selectAll();
export type PlanItemRow = Awaited<ReturnType<ReturnType<typeof selectItem>["executeTakeFirstOrThrow"]>>;

export interface ItemFilter {
  readonly state?: readonly StoredState[] | undefined;
  readonly organizationId?: string | undefined;
}

function filtered(db: Db, planId: string, { state, organizationId }: ItemFilter) {
  let query = db.selectFrom("plan_items").where("plan_id", "=", planId);
  if (state !== undefined) query = query.where("state", "in", [...state]);
  if (organizationId !== undefined) query = query.where("organization_id", "=", organizationId);
  return query;
}

/** Items in the order of the work, after a position. */
export async function itemsAfter(
  db: Db,
  planId: string,
  filter: ItemFilter,
  page: { readonly after: number; readonly limit: number },
): Promise<PlanItemRow[]> {
  return filtered(db, planId, filter)
    .selectAll()
    .where("position", ">", page.after)
    .orderBy("position")
    .limit(page.limit)
    .execute();
}

export async function countMatching(db: Db, planId: string, filter: ItemFilter): Promise<number> {
  const query = filtered(db, planId, filter).select((eb) => eb.fn.countAll<number>().as("rows"));
  return (await query.executeTakeFirstOrThrow()).rows;
}

/** An item as it is stored at the start. */
export interface NewItem {
  readonly position: number;
  readonly organization_id: string;
  readonly organization_name: string;
  readonly person_id: string | null;
  readonly person_name: string;
  readonly person_email: string;
  readonly role: string | null;
}

/** Writes a plan and its items, thousands in one statement. */
export async function insertPlan(
  db: Db,
  plan: { readonly id: string; readonly accountId: string; readonly change: object; readonly at: Date },
  items: readonly NewItem[],
): Promise<PlanRow> {
  const { id, accountId, change, at } = plan;
  const row = await db
    .insertInto("plans")
    .values({ id, account_id: accountId, change: JSON.stringify(change), created_at: at })
    .returning(planColumns)
    .executeTakeFirstOrThrow();
  await sql`
    insert into plan_items (plan_id, account_id, position, organization_id, organization_name, person_id, person_name,
      person_email, role)
    select ${id}::uuid, ${accountId}::uuid, position, organization_id, organization_name, person_id, person_name,
      person_email, role
    from json_to_recordset(${JSON.stringify(items)}::json) as given (position int, organization_id uuid,
      organization_name text, person_id uuid, person_name text, person_email text, role text)`.execute(db);
  return row;
}

/** What becomes of items, and when. */
export type ItemResult = Pick<PlanItemsTable, "act" | "why" | "at" | "revision"> & {
  readonly state: StoredState;
  readonly fault: string | null;
};

/** Ends items that wait, without doing them; how many there were. */
export async function cancelWaiting(db: Db, planId: string, at: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("plan_items")
    .set({ state: "cancelled", at })
    .where("plan_id", "=", planId)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Makes failed and cancelled items wait again; how many there were. */
export async function waitAgain(db: Db, planId: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("plan_items")
    .set({ state: "waiting", at: null, fault: null, act: null, why: null })
    .where("plan_id", "=", planId)
    .where("state", "in", ["failed", "cancelled"])
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function setPlanStatus(
  db: Db,
  planId: string,
  set: { readonly status: PlanRow["status"]; readonly finished_at: Date | null | RawBuilder<Date> },
): Promise<PlanRow> {
  return db.updateTable("plans").set(set).where("id", "=", planId).returning(planColumns).executeTakeFirstOrThrow();
}
