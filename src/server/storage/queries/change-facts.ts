import { AuditAction } from "#contract/audit.ts";
import { ownerClassKeys } from "#domain/policy/presets.ts";
import { sql, type RawBuilder, type Selectable } from "kysely";
import { hasAccess } from "../access-now.ts";
import type { Db } from "../database.ts";
import type { MembersTable } from "../tables/organization.ts";
import { anyIdOf, anyOf } from "./any-of.ts";
import { seenBy, type Viewer } from "./workspaces.ts";

/** More than any command touches one by one. */
const mostMembers = 2000;
const mostAdministrators = 10;
const ownerRoles = sql.join(ownerClassKeys.map((role) => sql.lit(role)));

/** The counts and rules of an organization. */
export interface OrganizationStanding {
  readonly preset: string;
  readonly switches: Readonly<Record<string, boolean>>;
  readonly customRoles: string;
  readonly seats_limit: number | null;
  readonly owners: number;
  readonly active_members: number;
  readonly pending_invitations: number;
}

export interface MemberWithRule {
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly status: Selectable<MembersTable>["status"];
  readonly scope: Selectable<MembersTable>["workspace_scope"];
  readonly future: boolean;
  readonly since: number;
  readonly chosen: readonly string[];
}

/** An owner, with the time at which they were seen last. */
export interface Administrator {
  readonly id: string;
  readonly name: string;
  readonly last_seen_at: string | null;
}

/** What one look at an organization finds. */
export interface Seen extends OrganizationStanding {
  readonly members: readonly MemberWithRule[];
  readonly administrators: readonly Administrator[];
}

/**
 * The counts and rules of an organization as they are now, some of its members by name, and its active owners, most
 * recently seen first: one statement, since a preview makes it twice while others wait for the lock. What never changes
 * is written out, so that PostgreSQL sees that it need not plan it anew each time. Owners are found through the roles
 * that may be of the owner class before they are sorted, as they are few. Members come out of the view, as pages do:
 * the policy of the table, which also shows everybody their own memberships, would read all of those first.
 */
export async function seenNow(db: Db, organizationId: string, memberIds: readonly string[]): Promise<Seen> {
  const { rows } = await sql<Seen>`
    select o.preset, o.switches, o.custom_roles::text as "customRoles", o.seats_limit, o.owners, o.active_members,
      o.pending_invitations,
      (select coalesce(json_agg(f), '[]') from (
        ${someMembers("team_members", sql.ref("o.id"), among(memberIds), mostMembers)}) f) as members,
      (select coalesce(json_agg(f), '[]') from (
        select a.id, a.name, a.last_seen_at from (
          select m.id, m.name, m.last_seen_at, m.last_seen_key from team_members m
          where m.organization_id = o.id and m.role in (${ownerRoles}) and m.owner_class and ${hasAccess("m")}
          offset 0) a
        order by a.last_seen_key desc, a.id limit ${sql.lit(mostAdministrators)}) f) as administrators
    from organizations o where o.id = ${organizationId}::uuid`.execute(db);
  const [seen] = rows;
  if (seen === undefined) throw new Error("There is no such organization to look at");
  return seen;
}

/** What a command has written into the log so far, after a revision. */
export async function eventsSince(db: Db, organizationId: string, revision: number) {
  const rows = await db
    .selectFrom("audit_log")
    .select(["action", "target_type as type", "target_id as id"])
    .where("organization_id", "=", organizationId)
    .where("revision", ">", revision)
    .orderBy("revision")
    .execute();
  return rows.map(({ action, ...target }) => ({ action: AuditAction.parse(action), target }));
}

/** The same members alone, for a look at what is known otherwise. */
export async function membersSeen(db: Db, organizationId: string, ids: readonly string[]): Promise<MemberWithRule[]> {
  if (ids.length === 0) return [];
  return (await someMembers("team_members", sql`${organizationId}::uuid`, among(ids), mostMembers).execute(db)).rows;
}

/** Members with their names and the rule by which they reach workspaces, by name. */
export async function membersWithRules(
  db: Db,
  organizationId: string,
  ids: readonly string[],
  limit: number,
): Promise<MemberWithRule[]> {
  if (ids.length === 0) return [];
  return (await someMembers("members", sql`${organizationId}::uuid`, among(ids), limit).execute(db)).rows;
}

const among = (ids: readonly string[]) => sql`m.id = ${anyIdOf(ids)}`;

/** Those members `m` for whom `which` holds, by name. */
export const someMembers = (
  table: "members" | "team_members",
  organizationId: RawBuilder<unknown>,
  which: RawBuilder<unknown>,
  limit: number,
) =>
  sql<MemberWithRule>`
    select m.id, m.account_id, m.name, m.email, m.role, m.status, m.workspace_scope as scope,
      m.workspace_future as future, m.workspace_since as since,
      array(select c.workspace_id::text from member_workspaces c
        where c.organization_id = m.organization_id and c.member_id = m.id) as chosen
    from ${sql.table(table)} m where m.organization_id = ${organizationId} and ${which}
    order by m.name_key, m.id limit ${sql.lit(limit)}`;

/** Every member's place: for changes of the rules themselves, which may touch all of them. */
export async function everyPlace(db: Db, organizationId: string) {
  return db
    .selectFrom("team_members")
    .select(["id", "role", "status"])
    .where("organization_id", "=", organizationId)
    .where("status", "<>", "removed")
    .execute();
}

/** Active owners, most recently seen first. `roles` are those that may be of the owner class, for the index. */
export async function ownersSeenLast(system: Db, organizationId: string, roles: readonly string[], limit: number) {
  return holders(system, "members", organizationId, roles, limit).where("owner_class", "=", true).execute();
}

/** Active holders of these roles, most recently seen first. */
export async function holdersSeenLast(db: Db, organizationId: string, roles: readonly string[], limit: number) {
  return holders(db, "team_members", organizationId, roles, limit).execute();
}

function holders(
  db: Db,
  table: "members" | "team_members",
  organizationId: string,
  roles: readonly string[],
  limit: number,
) {
  return db
    .selectFrom(table)
    .select(["id", "name", "role", "last_seen_at"])
    .where("organization_id", "=", organizationId)
    .where("role", "=", anyOf(roles))
    .where(hasAccess(table))
    .orderBy("last_seen_key", "desc")
    .orderBy("id")
    .limit(limit);
}

/** What a rule resolves to is judged in the domain; these are the workspaces that it is judged for. */
export async function workspacesToResolve(db: Db, viewer: Viewer) {
  return seenBy(db, viewer)
    .select(["w.id", "w.name", "w.status", "w.revision"])
    .orderBy("w.name_key")
    .orderBy("w.id")
    .execute();
}

/** Name, status and age of these workspaces. */
export async function workspaceNames(db: Db, organizationId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom("workspaces")
    .select(["id", "name", "status", "revision"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", anyIdOf(ids))
    .execute();
}
