import type { RouteObject } from "react-router";
import { OverviewPage } from "./OverviewPage.tsx";

export const routes: RouteObject[] = [{ path: "overview", element: <OverviewPage /> }];
