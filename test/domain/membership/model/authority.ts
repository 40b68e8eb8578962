import { decide } from "#domain/policy/decide.ts";
import type { Act } from "#domain/policy/decision.ts";
import { memberFacts, organizationFacts, type Team, type TeamInvitation, type TeamProblem } from "./team.ts";

/** The refusal of an act by the one decision function, or null when it is allowed. */
export function refusalOf(team: Team, actor: string, act: Act): TeamProblem | null {
  const member = team.members.get(actor);
  const facts = member === undefined ? null : memberFacts(member);
  const decision = decide(team.policy, facts, act, organizationFacts(team));
  return decision.allowed ? null : { kind: "forbidden", refusal: decision.reason };
}

/** Whether whoever stands for an invitation could still send it. */
export const isBacked = (team: Team, { invitedBy, role }: TeamInvitation): boolean =>
  refusalOf(team, invitedBy, { kind: "invite", role }) === null;
