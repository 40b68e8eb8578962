import type { RouteObject } from "react-router";
import { WhoCanPage } from "./WhoCanPage.tsx";

/** Who can do something, over all organizations, under `/who-can`. */
export const routes: RouteObject[] = [{ index: true, element: <WhoCanPage /> }];
