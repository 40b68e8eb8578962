import type { OutcomeState } from "#domain/review/outcome.ts";
import { sql, type Updateable } from "kysely";
import type { Db } from "../database.ts";
import type { ReviewItemsTable } from "../tables/review.ts";
import type { ReviewRow } from "./reviews.ts";

const selectItem = (db: Db) => db.selectFrom("review_items").selectAll();
export type ReviewItemRow = Awaited<ReturnType<ReturnType<typeof selectItem>["executeTakeFirstOrThrow"]>>;

/** Written out: a prepared statement cannot match the partial index with a parameter. */
const waiting = sql.lit("waiting" as const);

type Named = Pick<ReviewRow, "organization_id" | "id">;

/** Items in the order of the review, after a position. */
export async function itemsAfter(
  db: Db,
  { organization_id, id }: Named,
  states: readonly OutcomeState[] | undefined,
  page: { readonly after: number; readonly limit: number },
): Promise<ReviewItemRow[]> {
  let query = selectItem(db).where("organization_id", "=", organization_id).where("review_id", "=", id);
  if (states !== undefined) query = query.where("state", "in", [...states]);
  return query.where("position", ">", page.after).orderBy("position").limit(page.limit).execute();
}

/**
 * Decided items with where the person stands now; null for somebody whose membership is gone altogether. Needs the
 * owner's rights for the addresses: the review is the wall.
 */
export async function itemsWithPresent(db: Db, { organization_id, id }: Named) {
  return db
    .selectFrom("review_items as i")
    .leftJoin("members as m", (join) =>
      join.onRef("m.organization_id", "=", "i.organization_id").onRef("m.id", "=", "i.member_id"),
    )
    .leftJoin("accounts as a", "a.id", "m.account_id")
    .select(["i.position", "i.member_id", "i.decision", "i.to_role", "i.seen_role", "i.seen_status"])
    .select(["i.state", "i.flag", "i.fault"])
    .select(["m.role", "m.status", "m.account_id", "a.email_folded"])
    .where("i.organization_id", "=", organization_id)
    .where("i.review_id", "=", id)
    .where("i.decision", "is not", null)
    .orderBy("i.position")
    .execute();
}
export type ItemWithPresent = Awaited<ReturnType<typeof itemsWithPresent>>[number];

/**
 * Ends every item that is kept: it stays so, or is flagged where the person is not where the reviewer saw them. Members
 * are looked up one by one: about a review that has just come the planner knows nothing, and joins it row by row.
 */
export async function endKept(db: Db, { organization_id, id }: Named, at: Date): Promise<void> {
  const membership = sql`select 1 from members as m where m.organization_id = i.organization_id and m.id = i.member_id`;
  const isAsSeen = sql`exists (${membership} and m.role = i.seen_role and m.status = i.seen_status)`;
  await sql`
    update review_items as i set at = ${at},
      state = case when ${isAsSeen} then 'kept' else 'flagged' end,
      flag = case
        when ${isAsSeen} then null
        when exists (${membership} and m.status <> 'removed') then 'moved'
        else 'gone' end
    where i.organization_id = ${organization_id}::uuid and i.review_id = ${id}::uuid
      and i.decision = 'keep' and i.state = 'waiting'`.execute(db);
}

const next = (db: Db, { organization_id, id }: Named) =>
  selectItem(db)
    .where("organization_id", "=", organization_id)
    .where("review_id", "=", id)
    .where("state", "=", waiting)
    .orderBy("position")
    .limit(1);

/** The next item that waits. */
export async function nextItem(db: Db, review: Named): Promise<ReviewItemRow | undefined> {
  return next(db, review).executeTakeFirst();
}

/** The same, locked: whoever else wants it waits, and then finds it done. */
export async function takeItem(db: Db, review: Named): Promise<ReviewItemRow | undefined> {
  return next(db, review).forUpdate().executeTakeFirst();
}

export type ItemEnd = Pick<Updateable<ReviewItemsTable>, "state" | "flag" | "fault" | "at" | "revision">;

/** Writes what became of an item that waits. */
export async function endItem(
  db: Db,
  { organization_id, review_id, position }: Pick<ReviewItemRow, "organization_id" | "review_id" | "position">,
  set: ItemEnd,
): Promise<void> {
  await db
    .updateTable("review_items")
    .set(set)
    .where("organization_id", "=", organization_id)
    .where("review_id", "=", review_id)
    .where("position", "=", position)
    .where("state", "=", "waiting")
    .execute();
}

export async function hasWaiting(db: Db, { organization_id, id }: Named): Promise<boolean> {
  const row = await db
    .selectFrom("review_items")
    .select("position")
    .where("organization_id", "=", organization_id)
    .where("review_id", "=", id)
    .where("state", "=", waiting)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
