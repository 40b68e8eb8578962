import type { RouteObject } from "react-router";
import { AuditPage } from "./AuditPage.tsx";

export const routes: RouteObject[] = [{ path: "audit/:revision?", element: <AuditPage /> }];
