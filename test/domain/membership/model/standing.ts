import { refusalOf } from "./authority.ts";
import type { CommandOf } from "./command.ts";
import { seatWaiting } from "./seating.ts";
import { conflict, done, hasFreeSeat, memberFacts, notFound, withMember, type Team, type TeamResult } from "./team.ts";

/** Takes a member's access and seat, and keeps their place (`product-rules.md`, 'members'). */
export function deactivate(team: Team, command: CommandOf<"deactivate">): TeamResult {
  const member = team.members.get(command.member);
  if (member === undefined) return notFound("member");
  const problem = refusalOf(team, command.actor, { kind: "deactivate", target: memberFacts(member) });
  if (problem !== null) return { ok: false, problem };
  return done(seatWaiting(withMember(team, { ...member, status: "deactivated" })));
}

/** Gives a deactivated member access again in the role they kept; it takes a seat. */
export function reactivate(team: Team, command: CommandOf<"reactivate">): TeamResult {
  const member = team.members.get(command.member);
  if (member === undefined) return notFound("member");
  const problem = refusalOf(team, command.actor, { kind: "reactivate", target: memberFacts(member) });
  if (problem !== null) return { ok: false, problem };
  if (member.status !== "deactivated") return conflict("notDeactivated");
  if (!hasFreeSeat(team)) return { ok: false, problem: { kind: "limitReached", limit: "seats" } };
  return done(withMember(team, { ...member, status: "active" }));
}
