import type { Db } from "../database.ts";
import { customRolesText } from "../custom-roles.ts";

/** Open invitations for the person's verified address, newest first. */
export async function listInbox(db: Db, accountId: string, now: Date) {
  return (
    db
      .selectFrom("invitations as i")
      .innerJoin("organizations as o", "o.id", "i.organization_id")
      .innerJoin("accounts as a", "a.email_folded", "i.email_folded")
      .select(["i.id", "i.email", "i.role", "i.message", "i.invited_by_name", "i.expires_at"])
      .select(["o.name as organization_name", "o.logo", "o.preset", "o.switches"])
      .select(customRolesText)
      .where("a.id", "=", accountId)
      .where("a.email_verified_at", "is not", null)
      .where("i.status", "=", "pending")
      .where("i.expires_at", ">", now)
      // Accepted already, as far as the person can.
      .where("i.waiting_for_seat", "=", false)
      .orderBy("i.created_at", "desc")
      .orderBy("i.id", "desc")
      .limit(500)
      .execute()
  );
}

export type InboxRow = Awaited<ReturnType<typeof listInbox>>[number];
