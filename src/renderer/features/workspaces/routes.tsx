import type { RouteObject } from "react-router";
import { WorkspaceDrawer } from "./drawer/WorkspaceDrawer.tsx";
import { WorkspacesPage } from "./WorkspacesPage.tsx";

export const routes: RouteObject[] = [
  {
    path: "workspaces",
    element: <WorkspacesPage />,
    children: [{ path: ":workspaceId", element: <WorkspaceDrawer /> }],
  },
];
