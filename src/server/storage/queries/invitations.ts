import type { Invitation } from "#contract/entities/invitation.ts";
import { hasEnded } from "#domain/accessEnd.ts";
import { sql, type RawBuilder, type Updateable } from "kysely";
import type { Db } from "../database.ts";
import type { InvitationsTable } from "../tables/organization.ts";
import { anyOf } from "./any-of.ts";

export const invitationColumns = [
  "organization_id",
  "id",
  "email",
  "email_folded",
  "role",
  "status",
  "message",
  "invited_by_account_id",
  "invited_by_name",
  "created_at",
  "sent_at",
  "expires_at",
  "resent_count",
  "accepted_account_id",
  "accepted_at",
  "waiting_for_seat",
  "access_until",
] as const;

const selectRow = (db: Db) => db.selectFrom("invitations").select(invitationColumns);
export type InvitationRow = Awaited<ReturnType<ReturnType<typeof selectRow>["executeTakeFirstOrThrow"]>>;

type OverdueFacts = Pick<InvitationRow, "status" | "waiting_for_seat" | "access_until" | "expires_at">;

/** Pending, but past its time. An acceptance that waits for a seat came in time, and expires with the access. */
export function isOverdue(row: OverdueFacts, now: Date): boolean {
  if (row.status !== "pending") return false;
  return row.waiting_for_seat ? hasEnded(row.access_until?.getTime() ?? null, now.getTime()) : row.expires_at <= now;
}

/** The same of a pending one in a statement, whose `invitations` are named so. */
export const overdueAt = (now: Date, alias = "invitations"): RawBuilder<boolean> => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`case when ${column("waiting_for_seat")} then coalesce(${column("access_until")} <= ${now}, false)
    else ${column("expires_at")} <= ${now} end`;
};

/** An invitation but for whether its sender still stands for it: one past its time counts as expired at once. */
export function invitationAt(row: InvitationRow, now: Date): Omit<Invitation, "inviterMayNot"> {
  return {
    id: row.id,
    organizationId: row.organization_id,
    email: row.email,
    role: row.role,
    status: isOverdue(row, now) ? "expired" : row.status,
    message: row.message,
    invitedBy: { accountId: row.invited_by_account_id, name: row.invited_by_name },
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    waitingForSeat: row.waiting_for_seat,
    accessUntil: row.access_until?.toISOString() ?? null,
  };
}

/** An invitation as the organization sees it. `backed`: whether whoever stands for it could give its role. */
export function invitationOf(row: InvitationRow, now: Date, backed: boolean): Invitation {
  const invitation = invitationAt(row, now);
  return { ...invitation, inviterMayNot: invitation.status === "pending" && !backed };
}

export async function invitationById(db: Db, organizationId: string, id: string): Promise<InvitationRow | undefined> {
  return selectRow(db).where("organization_id", "=", organizationId).where("id", "=", id).executeTakeFirst();
}

/** The open invitations of some addresses, those past their time included. */
export async function pendingFor(
  db: Db,
  organizationId: string,
  emailsFolded: readonly string[],
): Promise<InvitationRow[]> {
  return selectRow(db)
    .where("organization_id", "=", organizationId)
    .where("status", "=", "pending")
    .where("email_folded", "=", anyOf(emailsFolded))
    .execute();
}

/** Changes an invitation and answers it as it is then. */
export async function updateInvitation(
  db: Db,
  organizationId: string,
  id: string,
  set: Updateable<InvitationsTable>,
): Promise<InvitationRow> {
  return db
    .updateTable("invitations")
    .set(set)
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .returning(invitationColumns)
    .executeTakeFirstOrThrow();
}

/** Acceptances that came while no seat was free and still wait for access, longest waiting first. */
export async function waitingAcceptances(
  db: Db,
  organizationId: string,
  now: Date,
  limit: number,
): Promise<InvitationRow[]> {
  return selectRow(db)
    .where("organization_id", "=", organizationId)
    .where("status", "=", "pending")
    .where("waiting_for_seat", "=", true)
    .where((eb) => eb.not(overdueAt(now)))
    .orderBy("accepted_at")
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** Ends as accepted whatever is open for an address whose person is a member by another way, and answers it. */
export async function spendPending(
  db: Db,
  organizationId: string,
  emailFolded: string,
  at: Date,
): Promise<InvitationRow[]> {
  return db
    .updateTable("invitations")
    .set({ status: "accepted", waiting_for_seat: false, accepted_at: at })
    .where("organization_id", "=", organizationId)
    .where("status", "=", "pending")
    .where("email_folded", "=", emailFolded)
    .returning(invitationColumns)
    .execute();
}

const overdue = (db: Db, organizationId: string, now: Date) =>
  db
    .selectFrom("invitations")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("status", "=", "pending")
    .where(overdueAt(now));

/**
 * Marks open invitations past their time as expired, at most `limit` or those of some addresses, and answers them.
 * Each becomes an audit event, and one statement takes only so many of those.
 */
export async function markExpired(
  db: Db,
  organizationId: string,
  now: Date,
  which: { readonly limit: number } | { readonly emailsFolded: readonly string[] },
): Promise<InvitationRow[]> {
  const all = overdue(db, organizationId, now);
  const meant = "limit" in which ? all.limit(which.limit) : all.where("email_folded", "=", anyOf(which.emailsFolded));
  return db
    .updateTable("invitations")
    .set({ status: "expired", waiting_for_seat: false })
    .where("organization_id", "=", organizationId)
    .where("id", "in", meant)
    .returning(invitationColumns)
    .execute();
}

/** The organizations that have open invitations past their time. Needs the owner's rights. */
export async function organizationsWithOverdue(system: Db, now: Date): Promise<string[]> {
  const rows = await system
    .selectFrom("invitations")
    .select("organization_id")
    .distinct()
    .where("status", "=", "pending")
    .where(overdueAt(now))
    .execute();
  return rows.map((row) => row.organization_id);
}
