import { isOwnerClass } from "#domain/policy/policy.ts";
import type { AuditEntry } from "../dispatch/audit.ts";
import type { Db } from "../storage/database.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { storedPolicy } from "../dispatch/organization-context.ts";
import type { Notice } from "../feed/notices.ts";
import { scheduleAccessEnd } from "../members/schedule-end.ts";
import { mailJoined } from "../members/welcome.ts";
import { started, targetOf } from "../operations/member-target.ts";
import { updateInvitation, type InvitationRow } from "../storage/queries/invitations.ts";
import { joinMember, type MemberRow } from "../storage/queries/members.ts";
import type { JoiningFacts } from "../storage/queries/organization-facts.ts";
import { accessOf, setMemberAccess } from "../storage/queries/workspace-access.ts";

export interface Admitted {
  readonly member: MemberRow;
  readonly event: AuditEntry;
  readonly notice: Notice;
}

/** Makes a person a member through an invitation, which is spent by it. Needs a free seat and the organization's lock. */
export async function admit(
  db: Db,
  facts: JoiningFacts,
  invitation: InvitationRow,
  accountId: string,
  at: Date,
): Promise<Admitted> {
  const { organization_id: organizationId, id, role } = invitation;
  const policy = storedPolicy(facts);
  const member = await joinMember(db, {
    organizationId,
    accountId,
    role,
    ownerClass: isOwnerClass(policy, role),
    invitedBy: invitation.invited_by_account_id,
    accessUntil: invitation.access_until,
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
  const { access_until: accessUntil } = member;
  if (accessUntil !== null) await scheduleAccessEnd(db, organizationId, accessUntil);
  await mailJoined(db, { organizationName: facts.name, policy }, invitation, member, access);
  const end = accessUntil === null ? {} : { accessUntil: accessUntil.toISOString() };
  return {
    member,
    event: { target: targetOf(member), before: null, after: { role, invitationId: id, ...end } },
    notice: started(member),
  };
}
