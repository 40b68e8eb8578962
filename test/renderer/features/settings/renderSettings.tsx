import type { DesktopState } from "#contract/desktop.ts";
import { Route, Routes, useRoutes } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import { OrganizationScope } from "#renderer/app/organizations/OrganizationScope.tsx";
import { accountRoutes, routes } from "#renderer/features/settings/routes.tsx";
import { useOperation } from "#renderer/bridge/queries.ts";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { anOrganization } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

function OrganizationSettings({ organization }: { organization: Organization }) {
  const { data } = useOperation("organization.get", { organizationId: organization.id });
  const pages = useRoutes(routes);
  return <OrganizationScope organization={data ?? organization}>{pages}</OrganizationScope>;
}

function AccountSettings() {
  return useRoutes(accountRoutes);
}

/** The settings of an organization that `organization.get` answers. */
export async function renderOrganizationSettings(
  handlers: Handlers = {},
  organization: Organization = anOrganization(),
  page = "settings",
) {
  const bridge = fakeBridge({
    "organization.get": () => organization,
    "ownership.get": () => ({ transfer: null }),
    ...handlers,
  });
  const screen = (
    <Routes>
      <Route path="/o/:organizationId/*" element={<OrganizationSettings organization={organization} />} />
    </Routes>
  );
  return { bridge, ...(await renderWithBridge(screen, bridge, { at: `/o/${organization.id}/${page}` })) };
}

export async function renderAccountSettings(
  handlers: Handlers = {},
  at = "/account",
  state: Partial<DesktopState> = {},
) {
  const bridge = fakeBridge({ "twoFactor.get": () => ({ since: null, recoveryCodesLeft: 0 }), ...handlers }, state);
  const screen = (
    <Routes>
      <Route path="/account/*" element={<AccountSettings />} />
    </Routes>
  );
  return { bridge, ...(await renderWithBridge(screen, bridge, { at })) };
}
