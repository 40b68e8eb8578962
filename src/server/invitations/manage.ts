import type { AuditEntry } from "../dispatch/audit.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { found, refuse } from "../dispatch/fault-error.ts";
import {
  invitationById,
  invitationOf,
  isOverdue,
  markExpired,
  pendingFor,
  type InvitationRow,
} from "../storage/queries/invitations.ts";
import { membersAmong } from "../storage/queries/members.ts";
import { recordExpired } from "./expire.ts";

type Context = Pick<OrganizationContext, "db" | "organization" | "caller" | "require">;

export const conflict = (code: "invitationNotPending" | "invitationExpired" | "alreadyMember" | "alreadyInvited") =>
  refuse({ kind: "conflict", code });

export async function loadInvitation({ db, organization }: Context, id: string): Promise<InvitationRow> {
  return found(await invitationById(db, organization.id, id), "invitation");
}

/** An invitation that the caller may bring to life again: it gives its role anew, so that must be theirs to give. */
export async function loadToRenew(context: Context, id: string): Promise<InvitationRow> {
  const invitation = await loadInvitation(context, id);
  context.require({ kind: "invite", role: invitation.role });
  return invitation;
}

/** Whether it is still open and unanswered. An acceptance that waits for a seat is answered. */
export const isOpen = (row: InvitationRow, now: Date): boolean =>
  row.status === "pending" && !row.waiting_for_seat && !isOverdue(row, now);

/**
 * Refuses to open an invitation for somebody who is a member or holds another one. Another past its time gives way;
 * the result must be recorded after the command's own event.
 */
export async function makeRoom(context: Context, invitation: InvitationRow): Promise<InvitationRow[]> {
  const { db, organization, caller } = context;
  const emailsFolded = [invitation.email_folded];
  const members = await membersAmong(db, organization.id, emailsFolded);
  if (members.size > 0) conflict("alreadyMember");
  const pending = await pendingFor(db, organization.id, emailsFolded);
  const others = pending.filter(({ id }) => id !== invitation.id);
  if (others.some((other) => !isOverdue(other, caller.now))) conflict("alreadyInvited");
  return others.length === 0 ? [] : markExpired(db, organization.id, caller.now, { emailsFolded });
}

/** What a command on one invitation leaves behind. */
export function changed(
  { db, organization, caller }: Context,
  row: InvitationRow,
  change: Pick<AuditEntry, "before" | "after">,
  expired: readonly InvitationRow[] = [],
) {
  const event: AuditEntry = { target: { type: "invitation", id: row.id, name: row.email }, ...change };
  return {
    events: [event] as const,
    output: async () => {
      await recordExpired(db, organization.id, expired, { requestId: caller.requestId, at: caller.now });
      // Whoever brings one to life stands for it, and nothing else leaves one open.
      return invitationOf(row, caller.now, true);
    },
  };
}
