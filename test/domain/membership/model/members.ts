import { reinstatementPeriod } from "#domain/membership.ts";
import { refusalOf } from "./authority.ts";
import type { CommandOf } from "./command.ts";
import { seatWaiting } from "./seating.ts";
import {
  conflict,
  done,
  hasFreeSeat,
  memberFacts,
  notFound,
  withInvitation,
  withMember,
  type Team,
  type TeamMember,
  type TeamResult,
} from "./team.ts";

export function changeRole(team: Team, command: CommandOf<"changeRole">): TeamResult {
  const member = team.members.get(command.member);
  if (member === undefined) return notFound("member");
  const act = { kind: "changeRole", target: memberFacts(member), to: command.to } as const;
  const problem = refusalOf(team, command.actor, act);
  if (problem !== null) return { ok: false, problem };
  if (member.role === command.to) return conflict("sameRole");
  return done(withMember(team, { ...member, role: command.to }));
}

export function remove(team: Team, command: CommandOf<"remove">): TeamResult {
  const member = team.members.get(command.member);
  if (member === undefined) return notFound("member");
  const problem = refusalOf(team, command.actor, { kind: "remove", target: memberFacts(member) });
  return problem === null ? end(team, member, command.now, false) : { ok: false, problem };
}

export function leave(team: Team, command: CommandOf<"leave">): TeamResult {
  const problem = refusalOf(team, command.actor, { kind: "leave", ends: false });
  if (problem !== null) return { ok: false, problem };
  const member = team.members.get(command.actor);
  return member === undefined ? notFound("member") : end(team, member, command.now, true);
}

/** Brings a removed member back in the role they had; who was deactivated then is so again. */
export function reinstateMember(team: Team, command: CommandOf<"reinstateMember">): TeamResult {
  const member = team.members.get(command.member);
  if (member === undefined) return notFound("member");
  const act = { kind: "reinstate", target: memberFacts(member), role: member.role } as const;
  const problem = refusalOf(team, command.actor, act);
  if (problem !== null) return { ok: false, problem };
  if (member.status !== "removed" || member.removedAt === null) return conflict("notRemoved");
  if (command.now >= member.removedAt + reinstatementPeriod) return conflict("reinstatementExpired");
  if (member.left === true) return conflict("leftThemselves");
  const status = member.removedFrom ?? "active";
  if (status === "active" && !hasFreeSeat(team)) {
    return { ok: false, problem: { kind: "limitReached", limit: "seats" } };
  }
  return done(spendOpen(withMember(team, { ...member, status, removedAt: null }), member.folded));
}

/** Nobody is a member and invited: whatever is open for the address has served its purpose. */
function spendOpen(team: Team, folded: string): Team {
  const open = [...team.invitations.values()].filter(
    (invitation) => invitation.folded === folded && invitation.status === "pending",
  );
  return open.reduce(
    (next, invitation) => withInvitation(next, { ...invitation, status: "accepted", waiting: null }),
    team,
  );
}

function end(team: Team, member: TeamMember, now: number, left: boolean): TeamResult {
  const removedFrom = member.status === "deactivated" ? "deactivated" : "active";
  return done(seatWaiting(withMember(team, { ...member, status: "removed", removedAt: now, removedFrom, left })));
}
