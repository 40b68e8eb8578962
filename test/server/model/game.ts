import type { TeamCommand } from "#test/domain/membership/model/command.ts";
import type { Team, TeamMember } from "#test/domain/membership/model/team.ts";
import { byRank, policyOf } from "#domain/policy/policy.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import { newId } from "#server/storage/ids.ts";
import type { Person, TestServer } from "#test/support/server.ts";
import { furnishTeam } from "../teams.ts";
import { chosen, type Move } from "./moves.ts";

/** One organization on the server beside the same one in the model. Model members are named by account. */
export interface Game {
  readonly server: TestServer;
  readonly people: readonly Person[];
  readonly organizationId: string;
  /** What the model holds; it moves with every command. */
  team: Team;
}

/** Two owners, one of the role below and one of the lowest; everybody else is outside. */
export async function newGame(
  server: TestServer,
  people: readonly Person[],
  preset: PresetKey,
  seatLimit: number | null,
): Promise<Game> {
  const policy = policyOf(preset);
  const roles = byRank(policy);
  const given = [roles[0], roles[0], roles.at(-2), roles.at(-1)];
  const seats = people.slice(0, 4).map((person, index) => ({ person, role: given[index] ?? "" }));
  const { organizationId } = await furnishTeam(server, preset, seats, seatLimit);
  const members = seats.map(({ person, role }): [string, TeamMember] => [
    person.accountId,
    { accountId: person.accountId, folded: person.email, role, status: "active", removedAt: null },
  ]);
  return {
    server,
    people,
    organizationId,
    team: { policy, seatLimit, members: new Map(members), invitations: new Map() },
  };
}

/** What a move comes to at this moment; null when there is nothing that it could be about. */
export function commandOf({ team, people }: Game, move: Move): TeamCommand | null {
  const now = Date.now();
  const actor = chosen(people, move.actor);
  const target = chosen(people, move.target);
  const member = chosen([...team.members.keys()], move.target);
  const invitation = chosen([...team.invitations.keys()], move.target);
  const role = chosen(byRank(team.policy), move.role);
  if (actor === undefined || target === undefined || member === undefined || role === undefined) return null;
  const by = { actor: actor.accountId, now };
  const { kind } = move;
  if (kind === "invite") return { kind, id: newId(), folded: target.email, role, ...by };
  if (kind === "changeRole") return { kind, member, to: role, ...by };
  if (kind === "remove" || kind === "reinstateMember" || kind === "deactivate" || kind === "reactivate") {
    return { kind, member, ...by };
  }
  if (kind === "leave") return { kind, ...by };
  if (invitation === undefined) return null;
  if (kind === "revoke" || kind === "reinstateInvitation") return { kind, invitation, ...by };
  const folded = team.invitations.get(invitation)?.folded;
  // Mostly the invited person answers, sometimes anybody.
  const answering = move.role === 0 ? actor : (people.find(({ email }) => email === folded) ?? actor);
  const account = { accountId: answering.accountId, folded: answering.email, verified: true };
  return { kind, invitation, account, now };
}
