import type { Input } from "#contract/operations.ts";
import { sql } from "kysely";
import type { Db } from "../database.ts";
import { containing } from "./containing.ts";
import { anyOf } from "./any-of.ts";
import { invitationColumns, overdueAt, type InvitationRow } from "./invitations.ts";

export interface InvitationFilter extends Pick<Input<"invitation.list">, "status" | "search"> {
  readonly now: Date;
}

/** Pending ones past their time count as expired before the tidying writes it down. */
function filtered(db: Db, organizationId: string, { status, search, now }: InvitationFilter) {
  const standing = sql<string>`case when status = 'pending' and ${overdueAt(now)} then 'expired' else status end`;
  let query = db.selectFrom("invitations").where("organization_id", "=", organizationId);
  if (status.length > 0) {
    const stored = status.includes("expired") ? [...status, "pending"] : status;
    query = query.where("status", "=", sql<"pending">`any(${stored}::text[])`).where(standing, "=", anyOf(status));
  }
  if (search !== undefined && search !== "") {
    const key = sql<string>`orgdesk_fold(email)`;
    query = query.where(key, "like", containing(search));
  }
  return query;
}

/** One page of invitations, newest first, after the one with the id `afterId`. */
export async function invitationPage(
  db: Db,
  organizationId: string,
  filter: InvitationFilter,
  page: { readonly afterId: string | null; readonly limit: number },
): Promise<InvitationRow[]> {
  let query = filtered(db, organizationId, filter)
    .select(invitationColumns)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(page.limit);
  if (page.afterId !== null) {
    const there = sql`(select created_at from invitations
      where organization_id = ${organizationId} and id = ${page.afterId}::uuid)`;
    query = query.where(sql<boolean>`(created_at, id) < (${there}, ${page.afterId}::uuid)`);
  }
  return query.execute();
}

/** How many invitations there are in all, and, where asked, how many the filter leaves. */
export async function countInvitations(
  db: Db,
  organizationId: string,
  filter: InvitationFilter | null,
): Promise<{ total: number; matching: number | null }> {
  const all = db
    .selectFrom("invitations")
    .select((eb) => eb.fn.countAll<number>().as("rows"))
    .where("organization_id", "=", organizationId);
  const matching = filter && filtered(db, organizationId, filter).select((eb) => eb.fn.countAll<number>().as("rows"));
  const [total, left] = await Promise.all([all.executeTakeFirstOrThrow(), matching?.executeTakeFirstOrThrow()]);
  return { total: total.rows, matching: left?.rows ?? null };
}
