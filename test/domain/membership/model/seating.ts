import { isBacked } from "./authority.ts";
import { hasFreeSeat, withInvitation, withMember, type Team, type TeamInvitation } from "./team.ts";

/** Makes a person a member through an invitation, which is spent by it. A former membership is taken up again. */
export function admit(team: Team, invitation: TeamInvitation, accountId: string): Team {
  const { folded, role } = invitation;
  const spent = withInvitation(team, { ...invitation, status: "accepted", waiting: null });
  return withMember(spent, { accountId, folded, role, status: "active", removedAt: null });
}

/** Lets in those who wait for a seat, longest first, while there are free ones; who is vouched for no more expires. */
export function seatWaiting(team: Team): Team {
  if (!hasFreeSeat(team)) return team;
  const waiting = [...team.invitations.values()]
    .flatMap((invitation) => (invitation.waiting === null ? [] : [{ invitation, ...invitation.waiting }]))
    .sort((a, b) => a.since - b.since)[0];
  if (waiting === undefined) return team;
  const { invitation, accountId } = waiting;
  if (isBacked(team, invitation)) return seatWaiting(admit(team, invitation, accountId));
  return seatWaiting(withInvitation(team, { ...invitation, status: "expired", waiting: null }));
}
