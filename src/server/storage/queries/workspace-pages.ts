import type { Input } from "#contract/operations.ts";
import { sql } from "kysely";
import type { Db } from "../database.ts";
import { containing } from "./containing.ts";
import { seenBy, workspaceColumns, type Viewer, type WorkspaceRow } from "./workspaces.ts";

export type WorkspaceFilter = Pick<Input<"workspace.list">, "search" | "status">;
export type WorkspaceOrder = Pick<Input<"workspace.list">, "sort" | "direction">;

const keys = { name: "name_key", createdAt: "created_at" } as const satisfies Record<WorkspaceOrder["sort"], string>;

function filtered(db: Db, viewer: Viewer, { search, status }: WorkspaceFilter) {
  let query = seenBy(db, viewer);
  if (status.length > 0) query = query.where("w.status", "=", sql<"active">`any(${status}::text[])`);
  if (search !== undefined && search !== "") {
    query = query.where("w.search_key", "like", containing(search));
  }
  return query;
}

/** One page of the workspaces that somebody sees, after the one with the id `afterId`. */
export async function workspacePage(
  db: Db,
  viewer: Viewer,
  filter: WorkspaceFilter,
  order: WorkspaceOrder,
  page: { readonly afterId: string | null; readonly limit: number },
): Promise<WorkspaceRow[]> {
  const key = sql.ref(`w.${keys[order.sort]}`);
  const towards = order.direction === "ascending" ? "asc" : "desc";
  let query = filtered(db, viewer, filter)
    .select(workspaceColumns.map((column) => `w.${column}` as const))
    .orderBy(key, towards)
    .orderBy("w.id", towards)
    .limit(page.limit);
  if (page.afterId !== null) {
    const there = sql`(select ${sql.ref(keys[order.sort])} from workspaces
      where organization_id = ${viewer.organizationId} and id = ${page.afterId}::uuid)`;
    const beyond = sql.raw(order.direction === "ascending" ? ">" : "<");
    query = query.where(sql<boolean>`(${key}, w.id) ${beyond} (${there}, ${page.afterId}::uuid)`);
  }
  return query.execute();
}

/** How many workspaces somebody sees in all, and, where asked, how many of them the filter leaves. */
export async function countWorkspaces(
  db: Db,
  viewer: Viewer,
  filter: WorkspaceFilter | null,
): Promise<{ total: number; matching: number | null }> {
  const all = seenBy(db, viewer).select((eb) => eb.fn.countAll<number>().as("rows"));
  const some = filter && filtered(db, viewer, filter).select((eb) => eb.fn.countAll<number>().as("rows"));
  const [total, matching] = await Promise.all([all.executeTakeFirstOrThrow(), some?.executeTakeFirstOrThrow()]);
  return { total: total.rows, matching: matching?.rows ?? null };
}
