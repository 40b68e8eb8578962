import { isOwnerClass, type Policy } from "#domain/policy/policy.ts";
import type { AuditEntry } from "../dispatch/audit.ts";
import type { Db } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Notice } from "../feed/notices.ts";
import { updateInvitation, type InvitationRow } from "../storage/queries/invitations.ts";
import { joinMember, type MemberRow } from "../storage/queries/members.ts";
import { accessOf, setMemberAccess } from "../storage/queries/workspace-access.ts";

export interface Admitted {
  readonly member: MemberRow;
  readonly event: AuditEntry;
  readonly notice: Notice;
}

/** Makes a person a member through an invitation, which is spent by it. Needs a free seat and the organization's lock. */
export async function admit(
  db: Db,
  policy: Policy,
  invitation: InvitationRow,
  accountId: string,
  at: Date,
): Promise<Admitted> {
  const { organization_id: organizationId, id, role } = invitation;
  const member = await joinMember(db, {
    organizationId,
    accountId,
    role,
    ownerClass: isOwnerClass(policy, role),
    invitedBy: invitation.invited_by_account_id,
    at,
  });
  if (member === undefined) return refuse({ kind: "conflict", code: "alreadyMember" });
  const access = await accessOf(db, organizationId, { kind: "invitation", id });
  await setMemberAccess(db, organizationId, member.id, access);
  await updateInvitation(db, organizationId, id, {
    status: "accepted",
    waiting_for_seat: false,
    accepted_at: at,
    accepted_account_id: accountId,
  });
  return {
    member,
    event: {
      target: { type: "member", id: member.id, name: member.name },
      before: null,
      after: { role, invitationId: id },
    },
    notice: { type: "membershipStarted", organizationId, accountId },
  };
}
