import type { RouteObject } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import { firstAnswer, firstPage, type FirstRead } from "#renderer/bridge/ready.ts";
import { later } from "#renderer/ui/later.tsx";
import { teamFilters } from "./filters.ts";
import { invitationsInput, membersInput } from "./reading.ts";
import { requestsInput } from "./requests/useOpenRequests.ts";
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

export function firstReads(organization: Organization): readonly FirstRead[] {
  const members = firstPage("member.list", membersInput(organization.id, unfiltered));
  const requests = firstAnswer("approval.list", requestsInput(organization));
  if (!mayInvite(organization)) return [members, requests];
  return [members, firstPage("invitation.list", invitationsInput(organization.id, unfiltered)), requests];
}
