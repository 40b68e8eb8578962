import type { RouteObject } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import { firstPage, type FirstRead } from "#renderer/bridge/ready.ts";
import { later } from "#renderer/ui/later.tsx";
import { teamFilters } from "./filters.ts";
import { invitationsInput, membersInput } from "./reading.ts";
import { TeamPage } from "./TeamPage.tsx";
import { mayInvite } from "./useTeam.ts";

const InvitationDrawer = later(async () => (await import("./drawer/InvitationDrawer.tsx")).InvitationDrawer);
const MemberDrawer = later(async () => (await import("./drawer/MemberDrawer.tsx")).MemberDrawer);

export const routes: RouteObject[] = [
  {
    path: "team",
    element: <TeamPage />,
    children: [
      { path: "invitation/:invitationId", element: <InvitationDrawer /> },
      { path: ":memberId", element: <MemberDrawer /> },
    ],
  },
];

const unfiltered = teamFilters.read(new URLSearchParams());

/** The open requests for roles are not among them: what is kept of those is only for who has no connection. */
export function firstReads(organization: Organization): readonly FirstRead[] {
  const members = firstPage("member.list", membersInput(organization.id, unfiltered));
  if (!mayInvite(organization)) return [members];
  return [members, firstPage("invitation.list", invitationsInput(organization.id, unfiltered))];
}
