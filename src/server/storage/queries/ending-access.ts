import { sql } from "kysely";
import type { Db } from "../database.ts";
import { memberColumns, type MemberRow } from "./members.ts";

/** Whether an organization has an owner whose access has no end. */
export async function hasLastingOwner(db: Db, organizationId: string): Promise<boolean> {
  const row = await db
    .selectFrom("members")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("owner_class", "=", true)
    .where("status", "=", "active")
    .where("access_until", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends the memberships of an organization whose time has come, and answers them. Needs its lock. */
export async function endOverdue(db: Db, organizationId: string, now: Date, limit: number): Promise<MemberRow[]> {
  const overdue = db
    .selectFrom("members")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("status", "=", "active")
    .where("access_until", "<=", now)
    .orderBy("access_until")
    .limit(limit);
  return db
    .updateTable("members")
    .set({ status: "deactivated" })
    .where("organization_id", "=", organizationId)
    .where("id", "in", overdue)
    .returning(memberColumns)
    .execute();
}

/** The organizations with memberships whose time has come. Needs the owner's rights. */
export async function organizationsWithEndedAccess(system: Db, now: Date): Promise<string[]> {
  const rows = await system
    .selectFrom("members")
    .select("organization_id")
    .distinct()
    .where("status", "=", "active")
    .where("access_until", "<=", now)
    .execute();
  return rows.map((row) => row.organization_id);
}

/** The organizations with members who are to be told of an end before this time. Needs the owner's rights. */
export async function organizationsWithEndsToTell(system: Db, before: Date): Promise<string[]> {
  const rows = await system
    .selectFrom("members")
    .select("organization_id")
    .distinct()
    .where("status", "=", "active")
    .where("access_until", "<=", before)
    .where(sql<boolean>`access_reminded_until is distinct from access_until`)
    .execute();
  return rows.map((row) => row.organization_id);
}

/** Takes the members of an organization who are to be told of an end before this time; each once for an end. */
export async function takeEndsToTell(db: Db, organizationId: string, before: Date): Promise<MemberRow[]> {
  return db
    .updateTable("members")
    .set((eb) => ({ access_reminded_until: eb.ref("access_until") }))
    .where("organization_id", "=", organizationId)
    .where("status", "=", "active")
    .where("access_until", "<=", before)
    .where(sql<boolean>`access_reminded_until is distinct from access_until`)
    .returning(memberColumns)
    .execute();
}
