import { sql, type Insertable, type Updateable } from "kysely";
import { hasAccess } from "../access-now.ts";
import type { Db } from "../database.ts";
import type { ReviewSchedulesTable } from "../tables/review.ts";
import { anyIdOf } from "./any-of.ts";

const selectSchedule = (db: Db) => db.selectFrom("review_schedules").selectAll();
export type ScheduleRow = Awaited<ReturnType<ReturnType<typeof selectSchedule>["executeTakeFirstOrThrow"]>>;

export async function scheduleOf(db: Db, organizationId: string): Promise<ScheduleRow | undefined> {
  return selectSchedule(db).where("organization_id", "=", organizationId).executeTakeFirst();
}

export async function storeSchedule(db: Db, row: Insertable<ReviewSchedulesTable>): Promise<ScheduleRow> {
  const { organization_id: _, ...set } = row;
  return db
    .insertInto("review_schedules")
    .values(row)
    .onConflict((conflict) => conflict.column("organization_id").doUpdateSet(set))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function updateSchedule(
  db: Db,
  organizationId: string,
  set: Updateable<ReviewSchedulesTable>,
): Promise<void> {
  await db.updateTable("review_schedules").set(set).where("organization_id", "=", organizationId).execute();
}

export async function forgetSchedule(db: Db, organizationId: string): Promise<void> {
  await db.deleteFrom("review_schedules").where("organization_id", "=", organizationId).execute();
}

/** Active members among these, with their names. */
export async function activeAmong(db: Db, organizationId: string, memberIds: readonly string[]) {
  return db
    .selectFrom("members")
    .select(["id", "name", "role", "account_id", "email"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", anyIdOf(memberIds))
    .where(hasAccess("members"))
    .orderBy("id")
    .execute();
}

/** Those of these who are or were members, deactivated and removed ones included. */
export async function everAmong(db: Db, organizationId: string, memberIds: readonly string[]) {
  return db
    .selectFrom("members")
    .select(["id", "name", "role", "status", "account_id", "email"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", anyIdOf(memberIds))
    .orderBy("id")
    .execute();
}
export type NamedReviewer = Awaited<ReturnType<typeof everAmong>>[number];

/** The time zone whose calendar an organization goes by. */
export async function timeZoneOf(db: Db, organizationId: string): Promise<string> {
  const row = await db
    .selectFrom("organizations")
    .select("time_zone")
    .where("id", "=", organizationId)
    .executeTakeFirst();
  return row?.time_zone ?? "UTC";
}

/** Active organizations with a schedule whose next reminder may be due by a day. */
export async function organizationsToRemind(system: Db, day: string): Promise<string[]> {
  const rows = await system
    .selectFrom("review_schedules as s")
    .innerJoin("organizations as o", "o.id", "s.organization_id")
    .select("s.organization_id")
    .where("o.status", "=", "active")
    .where("s.next_due_on", "<=", day)
    .where(sql<boolean>`s.reminded is distinct from 'overdue'`)
    .orderBy("s.organization_id")
    .execute();
  return rows.map(({ organization_id }) => organization_id);
}

/** The schedules of some organizations. Needs the owner's rights: the ids are the wall. */
export async function schedulesOf(system: Db, organizationIds: readonly string[]): Promise<ScheduleRow[]> {
  return selectSchedule(system).where("organization_id", "=", anyIdOf(organizationIds)).execute();
}

export async function timeZonesOf(system: Db, organizationIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await system
    .selectFrom("organizations")
    .select(["id", "time_zone"])
    .where("id", "=", anyIdOf(organizationIds))
    .execute();
  return new Map(rows.map((row) => [row.id, row.time_zone]));
}

/** A schedule, locked: several servers may come to remind of it. */
export async function lockSchedule(db: Db, organizationId: string): Promise<ScheduleRow | undefined> {
  return selectSchedule(db).where("organization_id", "=", organizationId).forUpdate().executeTakeFirst();
}
