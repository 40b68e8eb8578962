import type { RouteObject } from "react-router";
import { NotBuilt } from "#renderer/app/NotBuilt.tsx";

export const routes: RouteObject[] = [{ path: "audit/*", element: <NotBuilt /> }];
