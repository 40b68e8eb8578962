import type { LockoutGuard } from "#contract/entities/lockout.ts";
import { guardEnd, type Administrator } from "#domain/lockout.ts";
import { sql, type Insertable } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import { hasAccess } from "../access-now.ts";
import type { Db } from "../database.ts";
import type { LockoutGuardsTable } from "../tables/ownership.ts";

const mostNamed = 10;

/** The owners who are left, those seen last first: more than ten never matter. */
export async function administratorsOf(db: Db, organizationId: string): Promise<Administrator[]> {
  const rows = await db
    .selectFrom("members as m")
    .select(["id", "last_seen_at"])
    .where("organization_id", "=", organizationId)
    .where("owner_class", "=", true)
    .where(hasAccess("m"))
    .orderBy("last_seen_key", "desc")
    .limit(mostNamed)
    .execute();
  return rows.map((row) => ({ memberId: row.id, lastSeenAt: row.last_seen_at?.getTime() ?? null }));
}

/** Opens a guard, or gives the open one of this person a new time. */
export async function openGuard(db: Db, row: Insertable<LockoutGuardsTable>): Promise<void> {
  await db
    .insertInto("lockout_guards")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "member_id"])
        // Written out: a prepared statement cannot match the partial index with a parameter.
        .where("state", "=", sql.lit("pending" as const))
        .doUpdateSet({ former_role: row.former_role, by_name: row.by_name, confirm_by: row.confirm_by }),
    )
    .execute();
}

export async function guardById(db: Db, organizationId: string, id: string) {
  return db
    .selectFrom("lockout_guards as g")
    .innerJoin("members as m", (join) =>
      join.onRef("m.organization_id", "=", "g.organization_id").onRef("m.id", "=", "g.member_id"),
    )
    .select(["g.organization_id", "g.id", "g.member_id", "g.former_role", "g.state", "g.confirm_by"])
    .select([
      "m.name",
      "m.email",
      "m.account_id",
      "m.role",
      "m.status",
      "m.left_themselves",
      "m.owner_class",
      "m.access_until",
    ])
    .where("g.organization_id", "=", organizationId)
    .where("g.id", "=", id)
    .executeTakeFirst();
}
export type GuardRow = NonNullable<Awaited<ReturnType<typeof guardById>>>;

/** What becomes of a stored guard at an instant: nothing yet, or its end. */
export function endOf(
  { state, confirm_by: confirmBy, owner_class: ownerClass, status, left_themselves }: GuardRow,
  at: Date,
) {
  const isOwnerAgain = ownerClass && status === "active";
  return guardEnd({ state, confirmBy: confirmBy.getTime(), isOwnerAgain, hasLeft: left_themselves }, at.getTime());
}

export async function endGuard(
  db: Db,
  { organization_id, id }: Pick<GuardRow, "organization_id" | "id">,
  state: "confirmed" | "reverted" | "overtaken",
  at: Date,
): Promise<void> {
  await db
    .updateTable("lockout_guards")
    .set({ state, ended_at: at })
    .where("organization_id", "=", organization_id)
    .where("id", "=", id)
    .execute();
}

/** Ends the open guard of a person who wants nothing back. */
export async function overtakeGuard(db: Db, organizationId: string, memberId: string, at: Date): Promise<void> {
  await db
    .updateTable("lockout_guards")
    .set({ state: "overtaken", ended_at: at })
    .where("organization_id", "=", organizationId)
    .where("member_id", "=", memberId)
    .where("state", "=", sql.lit("pending" as const))
    .execute();
}

/** The open guards whose time has come. */
export async function dueGuards(system: Db, now: Date) {
  return system
    .selectFrom("lockout_guards")
    .select(["organization_id as organizationId", "id as guardId"])
    .where("state", "=", "pending")
    .where("confirm_by", "<=", now)
    .execute();
}

/**
 * The guards that can be confirmed, of every organization that a person owns. Needs the owner's rights: it crosses
 * organizations.
 */
export async function guardsOfOwner(system: Db, accountId: string): Promise<LockoutGuard[]> {
  const rows = await system
    .selectFrom("members as me")
    .innerJoin("lockout_guards as g", "g.organization_id", "me.organization_id")
    .innerJoin("organizations as o", "o.id", "g.organization_id")
    .innerJoin("members as m", (join) =>
      join.onRef("m.organization_id", "=", "g.organization_id").onRef("m.id", "=", "g.member_id"),
    )
    .select(["g.id", "g.organization_id", "g.member_id", "g.former_role", "g.by_name", "g.created_at", "g.confirm_by"])
    .select(["o.name as organization_name", "m.name as member_name"])
    .select((at) =>
      jsonArrayFrom(
        at
          .selectFrom("members as a")
          .select(["a.id as memberId", "a.name"])
          .select(sql<string | null>`to_char(a.last_seen_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.as("lastSeenAt"))
          .whereRef("a.organization_id", "=", "g.organization_id")
          .where("a.owner_class", "=", true)
          .where(hasAccess("a"))
          .orderBy("a.last_seen_key", "desc")
          .limit(mostNamed),
      ).as("administrators"),
    )
    .where("me.account_id", "=", accountId)
    .where(hasAccess("me"))
    .where("me.owner_class", "=", true)
    .where("g.state", "=", "pending")
    .where("g.confirm_by", ">", sql<Date>`now()`)
    // Whoever is an owner again, or has left, waits for nothing.
    .where(sql<boolean>`not (m.left_themselves or (m.owner_class and m.status = 'active'))`)
    .where("o.status", "=", "active")
    .orderBy("g.confirm_by")
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    member: { memberId: row.member_id, name: row.member_name },
    formerRole: row.former_role,
    byName: row.by_name,
    createdAt: row.created_at.toISOString(),
    confirmBy: row.confirm_by.toISOString(),
    administrators: row.administrators,
  }));
}
