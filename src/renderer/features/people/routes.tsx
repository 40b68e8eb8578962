import type { RouteObject } from "react-router";
import { PlanDraftPage } from "./draft/PlanDraftPage.tsx";
import { PeoplePage } from "./list/PeoplePage.tsx";
import { OrganizationDrawer } from "./run/OrganizationDrawer.tsx";
import { PlanPage } from "./run/PlanPage.tsx";
import { PlansPage } from "./run/PlansPage.tsx";

/** The people over all organizations and the plans for them, under `/people`. */
export const routes: RouteObject[] = [
  { index: true, element: <PeoplePage /> },
  { path: "plans", element: <PlansPage /> },
  { path: "plans/new", element: <PlanDraftPage /> },
  {
    path: "plans/:planId",
    element: <PlanPage />,
    children: [{ path: ":organizationId", element: <OrganizationDrawer /> }],
  },
];
