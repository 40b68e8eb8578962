import type { RouteObject } from "react-router";
import { Navigate } from "react-router";
import { useOrganization } from "#renderer/app/organizations/OrganizationScope.tsx";
import { paths } from "#renderer/app/organizations/paths.ts";
import { later } from "#renderer/ui/later.tsx";
import { OfflinePage } from "./offline/OfflinePage.tsx";
import { GeneralPage } from "./general/GeneralPage.tsx";
import { SignInPage } from "./account/SignInPage.tsx";
import { ProfilePage } from "./account/ProfilePage.tsx";
import { DeletedPage } from "./account/DeletedPage.tsx";
import { AppearancePage } from "./account/AppearancePage.tsx";

const AccountSecurityLog = later(async () => (await import("./account/AccountSecurityLog.tsx")).AccountSecurityLog);
const OrganizationSecurityLog = later(
  async () => (await import("./security/OrganizationSecurityLog.tsx")).OrganizationSecurityLog,
);

/** The settings of an organization, under its address. */
export const routes: RouteObject[] = [
  { path: "settings", element: <GeneralPage /> },
  { path: "settings/security", element: <OrganizationSecurityLog /> },
  { path: "settings/*", element: <ToSettings /> },
];

function ToSettings() {
  return <Navigate to={paths.section(useOrganization().id, "settings")} replace />;
}

/** The settings of the signed-in person, under `/account`. */
export const accountRoutes: RouteObject[] = [
  { index: true, element: <ProfilePage /> },
  { path: "sign-in", element: <SignInPage /> },
  { path: "appearance", element: <AppearancePage /> },
  { path: "offline", element: <OfflinePage /> },
  { path: "security", element: <AccountSecurityLog /> },
  { path: "deleted", element: <DeletedPage /> },
  { path: "*", element: <Navigate to={paths.account} replace /> },
];
