import { AuditAction } from "#contract/audit.ts";
import { sql } from "kysely";
import type { Db } from "../../dispatch/contexts.ts";
import { customRolesText } from "../custom-roles.ts";
import { anyIdOf, anyOf } from "./any-of.ts";
import { seenBy, type Viewer } from "./workspaces.ts";

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

/** The counts and rules of an organization as they are now. */
export async function organizationStanding(db: Db, organizationId: string) {
  return db
    .selectFrom("organizations as o")
    .select(customRolesText)
    .select(["o.preset", "o.switches", "o.seats_limit", "o.owners", "o.active_members", "o.pending_invitations"])
    .where("o.id", "=", organizationId)
    .executeTakeFirstOrThrow();
}
export type OrganizationStanding = Awaited<ReturnType<typeof organizationStanding>>;

/**
 * Members with their names and the rule by which they reach workspaces, by name. Out of the view, as pages are: the
 * policy of the table, which also shows everybody their own memberships, would read all of those first.
 */
export async function membersWithRules(db: Db, organizationId: string, ids: readonly string[], limit: number) {
  if (ids.length === 0) return [];
  return db
    .selectFrom("team_members as m")
    .select(["m.id", "m.account_id", "m.name", "m.email", "m.role", "m.status"])
    .select(["m.workspace_scope as scope", "m.workspace_future as future", "m.workspace_since as since"])
    .select(
      sql<string[]>`array(select c.workspace_id::text from member_workspaces c
        where c.organization_id = m.organization_id and c.member_id = m.id)`.as("chosen"),
    )
    .where("m.organization_id", "=", organizationId)
    .where("m.id", "=", anyIdOf(ids))
    .orderBy("m.name_key")
    .orderBy("m.id")
    .limit(limit)
    .execute();
}
export type MemberWithRule = Awaited<ReturnType<typeof membersWithRules>>[number];

/** Every member's place: for changes of the rules themselves, which may touch all of them. */
export async function everyPlace(db: Db, organizationId: string) {
  return db
    .selectFrom("members")
    .select(["id", "role", "status"])
    .where("organization_id", "=", organizationId)
    .where("status", "<>", "removed")
    .execute();
}

/**
 * Active owners, most recently seen first. `roles` are those that may be of the owner class, for the index. Found before
 * they are sorted: owners are few, and in the order of being seen everybody would have to be looked at.
 */
export async function ownersSeenLast(db: Db, organizationId: string, roles: readonly string[], limit: number) {
  return db
    .with(
      (owners) => owners("owners").materialized(),
      (at) => holders(at, organizationId, roles).select("last_seen_key").where("owner_class", "=", true),
    )
    .selectFrom("owners")
    .select(["id", "name", "role", "last_seen_at"])
    .orderBy("last_seen_key", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** Active holders of these roles, most recently seen first. */
export async function holdersSeenLast(db: Db, organizationId: string, roles: readonly string[], limit: number) {
  return holders(db, organizationId, roles).orderBy("last_seen_key", "desc").orderBy("id").limit(limit).execute();
}

function holders(db: Pick<Db, "selectFrom">, organizationId: string, roles: readonly string[]) {
  return db
    .selectFrom("team_members")
    .select(["id", "name", "role", "last_seen_at"])
    .where("organization_id", "=", organizationId)
    .where("role", "=", anyOf(roles))
    .where("status", "=", "active");
}

/** What a rule resolves to is judged in the domain; these are the workspaces that it is judged for. */
export async function workspacesToResolve(db: Db, viewer: Viewer) {
  return seenBy(db, viewer)
    .select(["w.id", "w.name", "w.status", "w.revision"])
    .orderBy("w.name_key")
    .orderBy("w.id")
    .execute();
}

/** Name and status of these workspaces. */
export async function workspaceNames(db: Db, organizationId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom("workspaces")
    .select(["id", "name", "status"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", anyIdOf(ids))
    .execute();
}

/** How many signed-in desktops each of these people has. Needs the owner's rights: sessions are their person's own. */
export async function sessionsOf(system: Db, accountIds: readonly string[], now: Date): Promise<Map<string, number>> {
  if (accountIds.length === 0) return new Map();
  const rows = await system
    .selectFrom("sessions")
    .select(["account_id", (eb) => eb.fn.countAll<number>().as("sessions")])
    .where("account_id", "=", anyIdOf(accountIds))
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .groupBy("account_id")
    .execute();
  return new Map(rows.map(({ account_id, sessions }) => [account_id, sessions]));
}
