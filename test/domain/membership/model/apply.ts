import type { TeamCommand } from "./command.ts";
import { accept, decline, invite, reinstateInvitation, revoke } from "./invitations.ts";
import { changeRole, leave, reinstateMember, remove } from "./members.ts";
import { deactivate, reactivate } from "./standing.ts";
import type { Team, TeamResult } from "./team.ts";

/**
 * What a command makes of a team: the next state, or why nothing changes. The model that the server's transactions
 * are tested against. After any commands in any order: at least one owner, one membership per person, one open
 * invitation per address, no invitation accepted twice, no more active members than seats.
 */
export function apply(team: Team, command: TeamCommand): TeamResult {
  switch (command.kind) {
    case "invite":
      return invite(team, command);
    case "revoke":
      return revoke(team, command);
    case "reinstateInvitation":
      return reinstateInvitation(team, command);
    case "accept":
      return accept(team, command);
    case "decline":
      return decline(team, command);
    case "changeRole":
      return changeRole(team, command);
    case "remove":
      return remove(team, command);
    case "reinstateMember":
      return reinstateMember(team, command);
    case "deactivate":
      return deactivate(team, command);
    case "reactivate":
      return reactivate(team, command);
    case "leave":
      return leave(team, command);
    default:
      return command;
  }
}
