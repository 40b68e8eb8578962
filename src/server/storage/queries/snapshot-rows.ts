import type { SnapshotInvitation, SnapshotMember } from "#contract/entities/snapshot.ts";
import { sql } from "kysely";
import type { Db } from "../database.ts";
import { invitationAt, invitationColumns } from "./invitations.ts";
import { storedDetailsOf } from "./member-details.ts";
import { memberColumns, memberOf, type MemberRow } from "./members.ts";

/** Which rows to read: a page in the order of ids, or those that changed. */
export type Which =
  | { readonly afterId: string | null; readonly limit: number }
  | { readonly changedSince: string; readonly limit: number };

const rule = ["workspace_scope", "workspace_future", "workspace_since"] as const;

interface RuleRow {
  readonly workspace_scope: SnapshotMember["access"]["scope"];
  readonly workspace_future: boolean;
  readonly workspace_since: number;
  readonly chosen: string[];
}

/** A rule as far as the person who asks may see it: what it chooses among workspaces that they do not see stays out. */
const ruleOf = (row: RuleRow, seen: ReadonlySet<string>): SnapshotMember["access"] => ({
  scope: row.workspace_scope,
  workspaceIds: row.chosen.filter((id) => seen.has(id)),
  future: row.workspace_future,
  since: row.workspace_since,
});

const chosenBy = (table: "member_workspaces" | "invitation_workspaces", owner: string, alias: string) =>
  sql<string[]>`case when ${sql.ref(`${alias}.workspace_scope`)} = 'chosen' then array(
    select c.workspace_id::text from ${sql.table(table)} c
    where c.organization_id = ${sql.ref(`${alias}.organization_id`)} and ${sql.ref(`c.${owner}`)} = ${sql.ref(`${alias}.id`)}
    order by 1) else '{}' end`.as("chosen");

/** What the person who asks sees: some workspaces, and the notes on some members. */
export interface Seen {
  readonly workspaceIds: ReadonlySet<string>;
  readonly notesOn: (member: MemberRow) => boolean;
  readonly memberId: string;
}

const details = ["phone", "job_title", "department", "contact_revision", "notes", "notes_revision", "muted"] as const;

const selectMembers = (db: Db, organizationId: string, limit: number) =>
  db
    .selectFrom("members as m")
    .leftJoin("member_details as d", (join) =>
      join.onRef("d.organization_id", "=", "m.organization_id").onRef("d.member_id", "=", "m.id"),
    )
    .select([...memberColumns, ...rule].map((column) => `m.${column}` as const))
    .select(details.map((column) => `d.${column}` as const))
    .select(["d.member_id as described", chosenBy("member_workspaces", "member_id", "m")])
    .where("m.organization_id", "=", organizationId)
    .orderBy("m.id")
    .limit(limit);

type MemberAndMore = Awaited<ReturnType<ReturnType<typeof selectMembers>["execute"]>>[number];

function snapshotMemberOf(row: MemberAndMore, { workspaceIds, notesOn, memberId }: Seen): SnapshotMember {
  const written = row.described === null ? null : storedDetailsOf(row);
  return {
    ...memberOf(row),
    access: ruleOf(row, workspaceIds),
    details: written && {
      contact: written.contact,
      notes: notesOn(row) ? written.notes : null,
      notifications: row.id === memberId ? { muted: [...written.muted] } : null,
    },
  };
}

/** Members with their rules, those of every status. */
export async function snapshotMembers(
  db: Db,
  organizationId: string,
  seen: Seen,
  which: Which,
): Promise<SnapshotMember[]> {
  const all = selectMembers(db, organizationId, which.limit);
  const rows = await (
    "changedSince" in which
      ? all.where("m.changed", ">=", sql<string>`${which.changedSince}::xid8`)
      : which.afterId === null
        ? all
        : all.where("m.id", ">", which.afterId)
  ).execute();
  return rows.map((row) => snapshotMemberOf(row, seen));
}

/** Members who were seen after an instant. */
export async function snapshotMembersSeen(
  db: Db,
  organizationId: string,
  seen: Seen,
  since: Date,
  limit: number,
): Promise<SnapshotMember[]> {
  const rows = await selectMembers(db, organizationId, limit).where("m.last_seen_key", ">", since).execute();
  return rows.map((row) => snapshotMemberOf(row, seen));
}

/** Invitations with the rules that they will give. */
export async function snapshotInvitations(
  db: Db,
  organizationId: string,
  seen: Seen,
  now: Date,
  which: Which,
): Promise<SnapshotInvitation[]> {
  const all = db
    .selectFrom("invitations as i")
    .select([...invitationColumns, ...rule].map((column) => `i.${column}` as const))
    .select(chosenBy("invitation_workspaces", "invitation_id", "i"))
    .where("i.organization_id", "=", organizationId)
    .orderBy("i.id")
    .limit(which.limit);
  const rows = await (
    "changedSince" in which
      ? all.where("i.changed", ">=", sql<string>`${which.changedSince}::xid8`)
      : which.afterId === null
        ? all
        : all.where("i.id", ">", which.afterId)
  ).execute();
  return rows.map((row) => ({ ...invitationAt(row, now), access: ruleOf(row, seen.workspaceIds) }));
}

/** The oldest transaction that this moment may not see all of, and which database counts them. */
export async function horizonOf(db: Db): Promise<{ horizon: string; next: string; database: string }> {
  const { rows } = await sql<{ horizon: string; next: string; database: string }>`
    select pg_snapshot_xmin(s)::text as horizon, pg_snapshot_xmax(s)::text as next,
      (select system_identifier::text from pg_control_system()) || '/' || d.oid as database
    from pg_current_snapshot() s, pg_database d where d.datname = current_database()`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error("The database does not know itself");
  return row;
}

/** When a member's access ends by itself. */
export async function accessEndOf(db: Db, organizationId: string, memberId: string): Promise<string | null> {
  const row = await db
    .selectFrom("members")
    .select(["access_until", "owner_class"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", memberId)
    .executeTakeFirst();
  return row === undefined || row.owner_class ? null : (row.access_until?.toISOString() ?? null);
}

/** How many rows a fill will hold, for showing progress. */
export async function expectedRows(db: Db, organizationId: string): Promise<{ members: number; invitations: number }> {
  const count = (table: "members" | "invitations") =>
    db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as("rows"))
      .where("organization_id", "=", organizationId)
      .executeTakeFirstOrThrow();
  const [members, invitations] = await Promise.all([count("members"), count("invitations")]);
  return { members: members.rows, invitations: invitations.rows };
}
