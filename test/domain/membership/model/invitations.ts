import { invitationLife } from "#domain/membership.ts";
import { isBacked, refusalOf } from "./authority.ts";
import type { Answering, CommandOf } from "./command.ts";
import { admit } from "./seating.ts";
import {
  conflict,
  done,
  hasFreeSeat,
  notFound,
  withInvitation,
  type Team,
  type TeamConflict,
  type TeamInvitation,
  type TeamResult,
} from "./team.ts";

/** Sends an invitation; one that has expired for the same address gives way to it. */
export function invite(team: Team, command: CommandOf<"invite">): TeamResult {
  const problem = refusalOf(team, command.actor, { kind: "invite", role: command.role });
  if (problem !== null) return { ok: false, problem };
  const blocked = addressConflict(team, command.folded, command.now);
  if (blocked !== null) return conflict(blocked);
  const { id, folded, role, actor: invitedBy } = command;
  const expiresAt = command.now + invitationLife;
  const sent = { id, folded, role, status: "pending", invitedBy, expiresAt, waiting: null } as const;
  return done(withInvitation(expire(team, command.now), sent));
}

export function revoke(team: Team, command: CommandOf<"revoke">): TeamResult {
  const problem = refusalOf(team, command.actor, { kind: "use", permission: "member.invite" });
  if (problem !== null) return { ok: false, problem };
  const invitation = team.invitations.get(command.invitation);
  if (invitation === undefined) return notFound("invitation");
  if (invitation.status !== "pending") return conflict("invitationNotPending");
  return done(withInvitation(team, { ...invitation, status: "revoked", waiting: null }));
}

/** Undoes a revocation, as far as inviting the address anew would be allowed, within the first life. */
export function reinstateInvitation(team: Team, command: CommandOf<"reinstateInvitation">): TeamResult {
  const invitation = team.invitations.get(command.invitation);
  const problem = refusalOf(
    team,
    command.actor,
    invitation === undefined ? { kind: "use", permission: "member.invite" } : { kind: "invite", role: invitation.role },
  );
  if (problem !== null) return { ok: false, problem };
  if (invitation === undefined) return notFound("invitation");
  if (invitation.status !== "revoked") return conflict("invitationNotPending");
  if (command.now >= invitation.expiresAt) return conflict("invitationExpired");
  const blocked = addressConflict(team, invitation.folded, command.now);
  if (blocked !== null) return conflict(blocked);
  return done(
    withInvitation(expire(team, command.now), { ...invitation, status: "pending", invitedBy: command.actor }),
  );
}

/** Makes the invited person a member, or lets them wait where no seat is free. */
export function accept(team: Team, command: CommandOf<"accept">): TeamResult {
  const { account, now } = command;
  const invitation = team.invitations.get(command.invitation);
  if (invitation === undefined) return notFound("invitation");
  const blocked = answerConflict(invitation, account, now);
  if (blocked !== null) return conflict(blocked);
  const member = team.members.get(account.accountId);
  if (member !== undefined && member.status !== "removed") return conflict("alreadyMember");
  if (!isBacked(team, invitation)) return conflict("inviterMayNot");
  const { accountId } = account;
  if (hasFreeSeat(team)) return done(admit(team, invitation, accountId));
  return done(withInvitation(team, { ...invitation, waiting: invitation.waiting ?? { accountId, since: now } }));
}

export function decline(team: Team, command: CommandOf<"decline">): TeamResult {
  const invitation = team.invitations.get(command.invitation);
  if (invitation === undefined) return notFound("invitation");
  const blocked = answerConflict(invitation, command.account, command.now);
  if (blocked !== null) return conflict(blocked);
  return done(withInvitation(team, { ...invitation, status: "declined", waiting: null }));
}

const ended: Readonly<Record<Exclude<TeamInvitation["status"], "pending">, TeamConflict>> = {
  accepted: "invitationSpent",
  declined: "invitationDeclined",
  revoked: "invitationRevoked",
  expired: "invitationExpired",
};

/** The address first: whoever it is not for learns nothing of the invitation's state (attack case 2). */
function answerConflict(invitation: TeamInvitation, account: Answering, now: number): TeamConflict | null {
  if (!account.verified || account.folded !== invitation.folded) return "invitationForAnotherAddress";
  if (invitation.status !== "pending") return ended[invitation.status];
  return isExpired(invitation, now) ? "invitationExpired" : null;
}

function addressConflict(team: Team, folded: string, now: number): TeamConflict | null {
  const members = [...team.members.values()].filter((member) => member.status !== "removed");
  if (members.some((member) => member.folded === folded)) return "alreadyMember";
  const open = [...team.invitations.values()].filter((other) => other.status === "pending" && !isExpired(other, now));
  return open.some((other) => other.folded === folded) ? "alreadyInvited" : null;
}

/** An acceptance that waits for a seat came in time, and does not expire. */
function isExpired(invitation: TeamInvitation, now: number): boolean {
  return invitation.waiting === null && now >= invitation.expiresAt;
}

function expire(team: Team, now: number): Team {
  const overdue = [...team.invitations.values()].filter(
    (invitation) => invitation.status === "pending" && isExpired(invitation, now),
  );
  return overdue.reduce((next, invitation) => withInvitation(next, { ...invitation, status: "expired" }), team);
}
