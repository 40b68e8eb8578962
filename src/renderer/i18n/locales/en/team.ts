/** Words of the team: members and pending invitations. */
export const team = {
  title: "Team",
  search: "Search people",
  empty: "Nobody is here yet.",
  never: "never",
  expires: "expires",
  invitedBy: "invited by {{name}}",
  column: {
    person: "Person",
    email: "Address",
    role: "Role",
    status: "Status",
    joined: "Joined",
    lastSeen: "Last seen",
  },
  status: {
    active: "Active",
    deactivated: "Deactivated",
    removed: "Removed",
    pending: "Pending",
    accepted: "Accepted",
    declined: "Declined",
    revoked: "Revoked",
    expired: "Expired",
    waitingForSeat: "Waiting for a seat",
  },
  filter: {
    role: "Role",
    status: "Status",
    all: "Members and pending",
    members: "Members",
    pending: "Pending",
    removed: "Removed",
  },
  invite: {
    open: "Invite people",
  },
};
