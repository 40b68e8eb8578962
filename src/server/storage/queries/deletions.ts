import type { DeletionCertificate } from "#contract/entities/deletion.ts";
import { ownerClassKeys } from "#domain/policy/presets.ts";
import { sql } from "kysely";
import { hasAccess } from "../access-now.ts";
import type { Db } from "../database.ts";

/**
 * Everything of an organization, in the order in which it goes: what refers to something before it, the audit log last.
 * A table of an organization that is missing here fails `purge.test.ts`.
 */
export const purgedTables = [
  "member_details",
  "member_workspaces",
  "invitation_workspaces",
  "workspaces",
  "invitations",
  "ownership_transfers",
  "lockout_guards",
  "organization_logos",
  "role_requests",
  "review_items",
  "reviews",
  "review_schedules",
  "members",
  "plan_items",
  "audit_events",
] as const;
export type PurgedTable = (typeof purgedTables)[number];

/** Takes some rows of an organization; how many there were. */
export async function deleteSome(db: Db, table: PurgedTable, organizationId: string, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from ${sql.table(table)} where ctid = any (array(
      select ctid from ${sql.table(table)} where organization_id = ${organizationId}::uuid limit ${limit}
    ))`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** The organization's row, locked, as far as its deletion goes. */
export async function lockDeletion(db: Db, organizationId: string) {
  return db
    .selectFrom("organizations")
    .select(["id", "name", "slug", "status", "held_at", "held_by", "purge_at", "chain_head", "revision"])
    .where("id", "=", organizationId)
    .forUpdate()
    .executeTakeFirst();
}

export type DeletionRow = NonNullable<Awaited<ReturnType<typeof lockDeletion>>>;

const owners = (db: Db, table: "members" | "team_members", organizationId: string) =>
  db
    .selectFrom(table)
    .select(["id", "account_id", "name", "email", "role", "status"])
    .where("organization_id", "=", organizationId)
    // For the index: owners are few among those who may be of their class.
    .where(
      "role",
      "in",
      ownerClassKeys.map((role) => sql.lit(role)),
    )
    .where("owner_class", "=", true)
    .where(hasAccess(table))
    .orderBy("id")
    .execute();

export type Owner = Awaited<ReturnType<typeof owners>>[number];

/** The owners of an organization with their addresses. Needs the owner's rights. */
export const ownersOf = async (system: Db, organizationId: string) => owners(system, "members", organizationId);

/**
 * The same for requests: the policy of the table, which shows everybody their own memberships as well, would read all
 * of those first.
 */
export const ownersOfTeam = async (db: Db, organizationId: string) => owners(db, "team_members", organizationId);

export async function activeAccountIds(db: Db, organizationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("members")
    .select("account_id")
    .where("organization_id", "=", organizationId)
    .where("status", "=", "active")
    .execute();
  return rows.map((row) => row.account_id);
}

/** Adds to what a certificate counts. */
export async function countPurged(db: Db, organizationId: string, table: PurgedTable, rows: number): Promise<void> {
  await db
    .updateTable("deletion_certificates")
    .set({
      counts: sql`counts || jsonb_build_object(${table}::text, coalesce((counts ->> ${table}::text)::bigint, 0) + ${rows}::bigint)`,
    })
    .where("organization_id", "=", organizationId)
    .execute();
}

/** The certificates that a person may read. Needs the owner's rights. */
export async function certificatesOf(system: Db, accountId: string): Promise<DeletionCertificate[]> {
  const rows = await system
    .selectFrom("deletion_certificates as c")
    .innerJoin("certificate_readers as r", "r.organization_id", "c.organization_id")
    .selectAll("c")
    .where("r.account_id", "=", accountId)
    .orderBy("c.requested_at", "desc")
    .limit(200)
    .execute();
  return rows.map((row) => ({
    organizationId: row.organization_id,
    name: row.name,
    slug: row.slug,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at.toISOString(),
    purgedAt: row.purged_at?.toISOString() ?? null,
    counts: {
      members: row.counts["members"] ?? 0,
      invitations: row.counts["invitations"] ?? 0,
      workspaces: row.counts["workspaces"] ?? 0,
      auditEvents: row.counts["audit_events"] ?? 0,
    },
    chainHead: row.chain_head,
    revision: row.revision,
  }));
}

/** What a person's own password is checked against, and the organizations they have. Needs the owner's rights. */
export async function passwordDigestOf(system: Db, accountId: string): Promise<string> {
  const query = system.selectFrom("accounts").select("password_digest").where("id", "=", accountId);
  return (await query.executeTakeFirstOrThrow()).password_digest;
}

/** Whether it is the only organization of the person whose default it is. Needs the owner's rights. */
export async function isSomebodysOnly(system: Db, organizationId: string): Promise<boolean> {
  const row = await system
    .selectFrom("organizations as o")
    .select("o.personal_of")
    .where("o.id", "=", organizationId)
    .where("o.personal_of", "is not", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("members as m")
            .innerJoin("organizations as other", "other.id", "m.organization_id")
            .select("m.id")
            .whereRef("m.account_id", "=", "o.personal_of")
            .where(hasAccess("m"))
            .where("other.status", "=", "active")
            .where("other.id", "<>", organizationId),
        ),
      ),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the name of an organization that was purged lately is still kept from others. */
export async function isNameHeld(db: Db, name: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select orgdesk_name_held(${name}) as held`.execute(db);
  return rows[0]?.held === true;
}

export async function isSlugHeld(db: Db, slug: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select orgdesk_slug_held(${slug}) as held`.execute(db);
  return rows[0]?.held === true;
}

/** Organizations whose hold has ended and that no job is there to purge: theirs was given up. */
export async function stalledPurges(system: Db, jobKind: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from organizations g
    where (status = 'purging' or (status = 'held' and purge_at <= now())) and not exists (
      select from outbox where kind = ${jobKind} and done_at is null and payload ->> 'organizationId' = g.id::text)`.execute(
    system,
  );
  return rows.map(({ id }) => id);
}
