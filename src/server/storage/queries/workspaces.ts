import type { Workspace } from "#contract/entities/workspace.ts";
import { statusesSeen, type WorkspaceSight } from "#domain/workspaceAccess.ts";
import { sql, type Insertable, type RawBuilder, type Updateable } from "kysely";
import type { Db } from "../database.ts";
import type { WorkspacesTable } from "../tables/workspace.ts";
import { anyIdOf, anyOf } from "./any-of.ts";

export const workspaceColumns = [
  "organization_id",
  "id",
  "slug",
  "name",
  "description",
  "status",
  "suspended_at",
  "suspended_reason",
  "archived_at",
  "created_at",
  "revision",
] as const;

const selectRow = (db: Db) => db.selectFrom("workspaces").select(workspaceColumns);
export type WorkspaceRow = Awaited<ReturnType<ReturnType<typeof selectRow>["executeTakeFirstOrThrow"]>>;

export function workspaceOf(row: WorkspaceRow, people: number): Workspace {
  return {
    id: row.id,
    organizationId: row.organization_id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    status: row.status,
    suspendedAt: row.suspended_at?.toISOString() ?? null,
    suspendedReason: row.suspended_reason,
    archivedAt: row.archived_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    people,
  };
}

/** Whose view of the workspaces is asked for; their rule is read from the database itself. */
export interface Viewer extends Omit<WorkspaceSight, "access"> {
  readonly organizationId: string;
  readonly memberId: string;
}

/**
 * Whether a rule's row (`m` or `i`) gives the workspace `w`; `isGiven` of the domain in SQL. `chosen` and `owner` name
 * the table of its choices and the column there that points back.
 */
export function isGivenBy(
  rule: "m" | "i",
  { table, owner }: { readonly table: string; readonly owner: string } = memberChoices,
): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${rule}.${column}`);
  return sql<boolean>`(case when w.revision > ${of("workspace_since")} then ${of("workspace_future")}
      else ${of("workspace_scope")} = 'all' end
    or (${of("workspace_scope")} = 'chosen' and exists (select from ${sql.table(table)} c
      where c.organization_id = w.organization_id and ${sql.ref(`c.${owner}`)} = ${of("id")} and c.workspace_id = w.id)))`;
}

export const memberChoices = { table: "member_workspaces", owner: "member_id" } as const;
export const invitationChoices = { table: "invitation_workspaces", owner: "invitation_id" } as const;

/** The workspaces that somebody sees; `sees` of the domain in SQL. */
export function seenBy(db: Db, viewer: Viewer) {
  const { organizationId, memberId } = viewer;
  const query = db
    .selectFrom("workspaces as w")
    .where("w.organization_id", "=", organizationId)
    .where("w.status", "=", sql<"active">`any(${[...statusesSeen(viewer)]}::text[])`);
  if (viewer.viewAll) return query;
  return query.where(
    sql<boolean>`exists (select from members m where m.organization_id = ${organizationId} and m.id = ${memberId}::uuid
      and m.status = 'active' and ${isGivenBy("m")})`,
  );
}

export async function workspaceSeenBy(db: Db, viewer: Viewer, id: string): Promise<WorkspaceRow | undefined> {
  return seenBy(db, viewer)
    .select(workspaceColumns.map((column) => `w.${column}` as const))
    .where("w.id", "=", id)
    .executeTakeFirst();
}

/** The slugs in an organization that start like this one. */
export async function slugsLike(db: Db, organizationId: string, base: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom("workspaces")
    .select("slug")
    .where("organization_id", "=", organizationId)
    .where(sql<boolean>`starts_with(slug, ${base.slice(0, 40)})`)
    .execute();
  return new Set(rows.map(({ slug }) => slug));
}

/** A slug that another has violates `workspaces_slug`. */
export async function insertWorkspace(db: Db, row: Insertable<WorkspacesTable>): Promise<WorkspaceRow> {
  return db.insertInto("workspaces").values(row).returning(workspaceColumns).executeTakeFirstOrThrow();
}

/** Changes a workspace and answers it as it is then. */
export async function updateWorkspace(
  db: Db,
  { organization_id, id }: WorkspaceRow,
  set: Updateable<WorkspacesTable>,
): Promise<WorkspaceRow> {
  return db
    .updateTable("workspaces")
    .set(set)
    .where("organization_id", "=", organization_id)
    .where("id", "=", id)
    .returning(workspaceColumns)
    .executeTakeFirstOrThrow();
}

/** Deletes a workspace with every choice of it, and says how many those were. */
export async function deleteWorkspace(
  db: Db,
  { organization_id, id }: WorkspaceRow,
): Promise<{ assignments: number; invitations: number }> {
  const choices = (table: "member_workspaces" | "invitation_workspaces") =>
    db
      .deleteFrom(table)
      .where("organization_id", "=", organization_id)
      .where("workspace_id", "=", id)
      .executeTakeFirst();
  const [members, invitations] = await Promise.all([choices("member_workspaces"), choices("invitation_workspaces")]);
  await db.deleteFrom("workspaces").where("organization_id", "=", organization_id).where("id", "=", id).execute();
  return { assignments: Number(members.numDeletedRows), invitations: Number(invitations.numDeletedRows) };
}

/** Which of these ids somebody sees. */
export async function seenAmong(db: Db, viewer: Viewer, ids: readonly string[]): Promise<WorkspaceRow[]> {
  return seenBy(db, viewer)
    .select(workspaceColumns.map((column) => `w.${column}` as const))
    .where("w.id", "=", anyIdOf(ids))
    .orderBy("w.name_key")
    .orderBy("w.id")
    .execute();
}

/** Those that somebody sees among these ids, slugs and names, all folded. */
export async function seenNamed(db: Db, viewer: Viewer, names: readonly string[]) {
  const wanted = sql`any(${[...names]}::text[])`;
  return seenBy(db, viewer)
    .select(["w.id", "w.slug", "w.name"])
    .where(sql<boolean>`(w.slug = ${wanted} or w.id::text = ${wanted} or lower(normalize(w.name, NFKC)) = ${wanted})`)
    .execute();
}

/** All that somebody sees, by id, at most `limit`. */
export async function workspacesSeen(db: Db, viewer: Viewer, limit: number): Promise<WorkspaceRow[]> {
  return seenBy(db, viewer)
    .select(workspaceColumns.map((column) => `w.${column}` as const))
    .orderBy("w.id")
    .limit(limit)
    .execute();
}

/** The ids behind these slugs, of the workspaces that somebody sees. */
export async function idsOfSlugs(db: Db, viewer: Viewer, slugs: readonly string[]): Promise<string[]> {
  const rows = await seenBy(db, viewer).select("w.id").where("w.slug", "=", anyOf(slugs)).execute();
  return rows.map(({ id }) => id);
}
