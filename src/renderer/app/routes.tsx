import { lazy, Suspense } from "react";
import { Navigate, useRoutes, type RouteObject } from "react-router";
import { Home } from "./Home.tsx";
import { paths } from "./organizations/paths.ts";

/** Routes that a feature brings, loaded when somebody first goes there. */
const feature = (load: () => Promise<RouteObject[]>) =>
  lazy(async () => {
    const routes = await load();
    return { default: () => useRoutes(routes) };
  });

const Welcome = feature(async () => (await import("../features/welcome/routes.tsx")).routes);
const Inbox = feature(async () => (await import("../features/inbox/routes.tsx")).routes);
const Organizations = feature(async () => (await import("../features/organizations/routes.tsx")).routes);
const People = feature(async () => (await import("../features/people/routes.tsx")).routes);
const Reviews = feature(async () => (await import("../features/reviews/routes.tsx")).routes);
const WhoCan = feature(async () => (await import("../features/whoCan/routes.tsx")).routes);
const Account = feature(async () => (await import("../features/settings/routes.tsx")).accountRoutes);

/** What belongs to the person rather than to one organization. */
const personal: RouteObject[] = [
  { path: paths.home, element: <Home /> },
  { path: "/organizations/*", element: <Organizations /> },
  { path: "/people/*", element: <People /> },
  { path: "/reviews/*", element: <Reviews /> },
  { path: "/who-can/*", element: <WhoCan /> },
  { path: "/inbox/*", element: <Inbox /> },
  { path: "/account/*", element: <Account /> },
  { path: "*", element: <Navigate to={paths.home} replace /> },
];

export function PersonalRoutes() {
  return useRoutes(personal);
}

export function WelcomeRoutes() {
  return (
    <Suspense fallback={null}>
      <Welcome />
    </Suspense>
  );
}
