import { hasEnded } from "#domain/accessEnd.ts";
import { seats } from "#domain/membership.ts";
import { append, lockChain, type AuditEntry } from "../dispatch/audit.ts";
import type { Db } from "../storage/database.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Notice } from "../feed/notices.ts";
import { enqueueLetter } from "../jobs/mail-job.ts";
import { mailMembers } from "../members/letters.ts";
import { invitationById, updateInvitation, type InvitationRow } from "../storage/queries/invitations.ts";
import { memberOfAccount } from "../storage/queries/members.ts";
import { joiningFacts, type JoiningFacts } from "../storage/queries/organization-facts.ts";
import type { InvitationPlace } from "../storage/queries/received-invitations.ts";
import { admit } from "./admit.ts";
import { answerable } from "./answer.ts";
import { requireBacked } from "./backing.ts";

/** Who accepts. `emailFolded` is their verified address, null while there is none. */
export interface Accepting {
  readonly accountId: string;
  readonly name: string;
  readonly emailFolded: string | null;
}

export interface Acceptance {
  readonly organizationId: string;
  /** Null while the acceptance waits for a seat. */
  readonly memberId: string | null;
  readonly waitingForSeat: boolean;
}

export interface Accepted {
  readonly acceptance: Acceptance;
  readonly events: readonly [AuditEntry];
  readonly notices: readonly Notice[];
}

/** Accepts under the organization's lock; the event is the caller's to write. */
export async function joinByInvitation(db: Db, person: Accepting, place: InvitationPlace, at: Date): Promise<Accepted> {
  const { organizationId } = place;
  const row = await invitationById(db, organizationId, place.invitationId);
  const invitation = answerable(row, person.emailFolded, at);
  // Access that has ended by now is none, and nobody joins for it.
  const ended = hasEnded(invitation.access_until?.getTime() ?? null, at.getTime());
  if (ended) refuse({ kind: "conflict", code: "invitationExpired" });
  const former = await memberOfAccount(db, organizationId, person.accountId);
  if (former !== undefined && former.status !== "removed") refuse({ kind: "conflict", code: "alreadyMember" });
  const facts = await joiningFacts(db, organizationId);
  if (facts.status !== "active") refuse({ kind: "forbidden", refusal: { code: "held" } });
  await requireBacked(db, organizationId, facts, invitation);
  const { free } = seats({
    limit: facts.seats_limit,
    active: facts.active_members,
    pending: facts.pending_invitations,
  });
  if (free === 0) return waitForSeat(db, person, invitation, facts, at);
  const { member, event, notice } = await admit(db, facts, invitation, person.accountId, at);
  return {
    acceptance: { organizationId, memberId: member.id, waitingForSeat: false },
    events: [event],
    notices: [notice],
  };
}

/** The acceptance is kept and completes by itself when a seat is free; the first one in line stays first. */
async function waitForSeat(
  db: Db,
  person: Accepting,
  invitation: InvitationRow,
  { name: organizationName }: JoiningFacts,
  at: Date,
): Promise<Accepted> {
  const { organization_id: organizationId, id, email, role } = invitation;
  if (!invitation.waiting_for_seat) {
    const waiting = { waiting_for_seat: true, accepted_at: at, accepted_account_id: person.accountId };
    await updateInvitation(db, organizationId, id, waiting);
    await enqueueLetter(db, { letter: "waitingForSeat", to: email, name: person.name, organizationName });
    const inviter = { accountIds: [invitation.invited_by_account_id] };
    await mailMembers(db, organizationId, inviter, { letter: "seatNeeded", organizationName, memberName: person.name });
  }
  const target = { type: "invitation", id, name: email } as const;
  return {
    acceptance: { organizationId, memberId: null, waitingForSeat: true },
    events: [{ action: "invitation.accepted", target, before: null, after: { role } }],
    notices: [],
  };
}

/**
 * Accepts an invitation in the caller's transaction: lock, membership, audit event and notices. For sign-up, which
 * has no dispatch; an organization's row must be within the transaction's reach.
 */
export async function acceptInvitation(
  db: Db,
  person: Accepting,
  place: InvitationPlace,
  request: { readonly requestId: string; readonly at: Date },
): Promise<Acceptance> {
  const head = await lockChain(db, place.organizationId);
  const { acceptance, events, notices } = await joinByInvitation(db, person, place, request.at);
  const { accountId, name } = person;
  await append(db, head, "member.joined", events, { actor: { accountId, name }, ...request }, notices);
  return acceptance;
}
