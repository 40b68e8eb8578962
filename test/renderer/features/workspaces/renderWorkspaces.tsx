import { useLocation, useRoutes } from "react-router";
import { failed } from "#contract/answer.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { useKeyboard } from "#renderer/app/commands/useKeyboard.ts";
import { OrganizationScope } from "#renderer/app/organizations/OrganizationScope.tsx";
import { routes } from "#renderer/features/workspaces/routes.tsx";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { aMember, anOrganization, aWorkspace, idOf, pageWith } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

export const acme = aWorkspace();
export const globex = aWorkspace({
  id: idOf(4002),
  name: "Globex",
  slug: "globex",
  status: "suspended",
  suspendedAt: "2026-11-02T09:00:00.000Z",
  suspendedReason: "Unpaid",
});

/** Two workspaces, one of them suspended, answered by a bridge that says yes to everything. */
const workspaceHandlers: Handlers = {
  "workspace.list": () => pageWith([acme, globex]),
  "permission.explain": () => failed({ kind: "internal" }),
  "workspace.get": ({ workspaceId }) => [acme, globex].find(({ id }) => id === workspaceId) ?? acme,
  "workspace.listPeople": () => pageWith([{ ...aMember(), through: "role" as const }]),
  "workspace.create": ({ name }) => aWorkspace({ id: idOf(4003), name }),
  "workspace.update": ({ name }) => ({ ...acme, name: name ?? acme.name }),
  "workspace.suspend": () => ({ ...acme, status: "suspended" }),
  "workspace.reactivate": () => ({ ...globex, status: "active" }),
  "workspace.archive": () => ({ ...acme, status: "archived" }),
  "workspace.restore": () => acme,
  "workspace.delete": () => ({ workspace: acme, removed: { assignments: 1, invitations: 0 } }),
  "auditEvent.list": () => ({ items: [], older: null, newer: null, total: 0 }),
};

interface Options {
  readonly handlers?: Handlers;
  readonly organization?: Partial<Organization>;
  /** What follows `/workspaces` in the address. */
  readonly at?: string;
}

/** The brands of an agency, at an address; the person is its owner unless the organization says otherwise. */
export async function renderWorkspaces({ handlers = {}, organization = {}, at = "" }: Options = {}) {
  const bridge = fakeBridge({ ...workspaceHandlers, ...handlers });
  const whole = anOrganization({ owners: 2, ...organization });
  const view = await renderWithBridge(<Screen organization={whole} />, bridge, {
    at: `/o/${whole.id}/workspaces${at}`,
  });
  return { ...view, bridge };
}

function Screen({ organization }: { organization: Organization }) {
  useKeyboard();
  const { pathname, search } = useLocation();
  const page = useRoutes([{ path: "/o/:organizationId/*", children: routes }]);
  return (
    <OrganizationScope organization={organization}>
      <output aria-label="Address">{pathname + search}</output>
      {page}
    </OrganizationScope>
  );
}
