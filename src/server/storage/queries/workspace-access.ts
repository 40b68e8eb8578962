import type { WorkspaceAccess } from "#domain/workspaceAccess.ts";
import { sql } from "kysely";
import type { Db } from "../database.ts";
import { invitationChoices, isGivenBy, memberChoices, seenBy, type Viewer } from "./workspaces.ts";

/** Whose rule it is. */
export interface RuleHolder {
  readonly kind: "member" | "invitation";
  readonly id: string;
}

const places = {
  member: { rows: "members", choices: memberChoices, alias: "m" },
  invitation: { rows: "invitations", choices: invitationChoices, alias: "i" },
} as const;

/** A member's or invitation's rule as stored. */
export async function accessOf(db: Db, organizationId: string, holder: RuleHolder): Promise<WorkspaceAccess> {
  const { rows, choices } = places[holder.kind];
  const rule = await sql<{ scope: WorkspaceAccess["scope"]; future: boolean; since: number; ids: string[] }>`
    select workspace_scope as scope, workspace_future as future, workspace_since as since,
      array(select c.workspace_id::text from ${sql.table(choices.table)} c
        where c.organization_id = r.organization_id and ${sql.ref(`c.${choices.owner}`)} = r.id order by 1) as ids
    from ${sql.table(rows)} r where organization_id = ${organizationId} and id = ${holder.id}::uuid`.execute(db);
  const [row] = rule.rows;
  if (row === undefined) throw new Error(`No ${holder.kind} has this rule`);
  return { scope: row.scope, future: row.future, since: row.since, workspaceIds: row.ids };
}

/** Puts a rule in the place of the one before. The holder's row must exist. */
export async function setMemberAccess(
  db: Db,
  organizationId: string,
  memberId: string,
  access: WorkspaceAccess,
): Promise<void> {
  await db
    .updateTable("members")
    .set({ workspace_scope: access.scope, workspace_future: access.future, workspace_since: access.since })
    .where("organization_id", "=", organizationId)
    .where("id", "=", memberId)
    .execute();
  await db
    .deleteFrom("member_workspaces")
    .where("organization_id", "=", organizationId)
    .where("member_id", "=", memberId)
    .execute();
  if (access.workspaceIds.length === 0) return;
  await sql`insert into member_workspaces (organization_id, member_id, workspace_id)
    select ${organizationId}, ${memberId}, unnest(${[...access.workspaceIds]}::uuid[])`.execute(db);
}

/** What a new invitation gives. */
export interface Choice {
  readonly invitationId: string;
  readonly workspaceId: string;
}

/** Gives new invitations what has been chosen for them; scope and the rest stand in their rows. */
export async function chooseForInvitations(db: Db, organizationId: string, choices: readonly Choice[]): Promise<void> {
  if (choices.length === 0) return;
  const invitations = choices.map(({ invitationId }) => invitationId);
  const workspaces = choices.map(({ workspaceId }) => workspaceId);
  await sql`insert into invitation_workspaces (organization_id, invitation_id, workspace_id)
    select ${organizationId}, i, w from unnest(${invitations}::uuid[], ${workspaces}::uuid[]) as chosen (i, w)`.execute(
    db,
  );
}

/**
 * The workspaces that a rule comes to, as far as the viewer sees them: `resolveAccess` of the domain in SQL. A role
 * that sees all gives all. The first `limit` by name, and how many there are.
 */
export async function resolvedFor(db: Db, viewer: Viewer, holder: RuleHolder, byRole: boolean, limit: number) {
  const { rows, choices, alias } = places[holder.kind];
  const given = sql<boolean>`exists (select from ${sql.table(rows)} ${sql.ref(alias)}
    where ${sql.ref(`${alias}.organization_id`)} = w.organization_id and ${sql.ref(`${alias}.id`)} = ${holder.id}::uuid
      and ${isGivenBy(alias, choices)})`;
  const usable = seenBy(db, viewer).where("w.status", "<>", "archived");
  const query = byRole ? usable : usable.where(given);
  const [workspaces, { total }] = await Promise.all([
    query.select(["w.id", "w.name", "w.status"]).orderBy("w.name_key").orderBy("w.id").limit(limit).execute(),
    query.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow(),
  ]);
  return { workspaces, total };
}
