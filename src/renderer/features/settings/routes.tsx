import type { RouteObject } from "react-router";
import { NotBuilt } from "#renderer/app/NotBuilt.tsx";

export const routes: RouteObject[] = [{ path: "settings/*", element: <NotBuilt /> }];

export const accountRoutes: RouteObject[] = [{ path: "*", element: <NotBuilt /> }];
