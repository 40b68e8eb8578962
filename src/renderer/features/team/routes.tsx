import type { RouteObject } from "react-router";
import { InvitationDrawer } from "./drawer/InvitationDrawer.tsx";
import { MemberDrawer } from "./drawer/MemberDrawer.tsx";
import { TeamPage } from "./TeamPage.tsx";

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
