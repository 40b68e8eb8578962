import type { RouteObject } from "react-router";
import { TeamPage } from "./TeamPage.tsx";

export const routes: RouteObject[] = [
  {
    path: "team",
    element: <TeamPage />,
    children: [{ path: "invitation/:invitationId" }, { path: ":memberId" }],
  },
];
