import { foldEmail } from "#domain/email.ts";
import type { AuditEntry } from "../dispatch/audit.ts";
import type { Db } from "../storage/database.ts";
import { spendPending, type InvitationRow } from "../storage/queries/invitations.ts";
import type { MemberRow } from "../storage/queries/members.ts";

/** Whoever is a member again by another way needs no invitation: ends what is open for their address, with its events. */
export async function spendOpenOf(db: Db, member: MemberRow, at: Date): Promise<AuditEntry[]> {
  const address = foldEmail(member.email);
  if (!address.ok) return [];
  return (await spendPending(db, member.organization_id, address.folded, at)).map(spentEvent);
}

const spentEvent = ({ id, email }: InvitationRow): AuditEntry => ({
  action: "invitation.accepted",
  target: { type: "invitation", id, name: email },
  before: { status: "pending" },
  after: { status: "accepted" },
});
