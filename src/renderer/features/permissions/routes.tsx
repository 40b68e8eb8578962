import type { RouteObject } from "react-router";
import { PermissionsPage } from "./PermissionsPage.tsx";

export const routes: RouteObject[] = [{ path: "permissions", element: <PermissionsPage /> }];
