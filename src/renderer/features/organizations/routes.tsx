import type { RouteObject } from "react-router";
import { OrganizationsPage } from "./OrganizationsPage.tsx";

/** All organizations of the person, under `/organizations`. */
export const routes: RouteObject[] = [{ index: true, element: <OrganizationsPage /> }];
