import type { RouteObject } from "react-router";
import { later } from "#renderer/ui/later.tsx";

const PlanDraftPage = later(async () => (await import("./draft/PlanDraftPage.tsx")).PlanDraftPage);
const PeoplePage = later(async () => (await import("./list/PeoplePage.tsx")).PeoplePage);
const OrganizationDrawer = later(async () => (await import("./run/OrganizationDrawer.tsx")).OrganizationDrawer);
const PlanPage = later(async () => (await import("./run/PlanPage.tsx")).PlanPage);
const PlansPage = later(async () => (await import("./run/PlansPage.tsx")).PlansPage);

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
