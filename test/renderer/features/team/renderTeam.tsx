import { screen, waitFor, within } from "@testing-library/react";
import { expect } from "vitest";
import { useRoutes, useLocation, useNavigate } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import { useKeyboard } from "#renderer/app/commands/useKeyboard.ts";
import { OrganizationScope } from "#renderer/app/organizations/OrganizationScope.tsx";
import { routes } from "#renderer/features/team/routes.tsx";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import {
  aWorkspaceAccess,
  aMember,
  anInvitation,
  anOrganization,
  idOf,
  noDetails,
  pageWith,
} from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

export const ada = aMember();
export const dana = aMember({
  id: idOf(1002),
  accountId: idOf(2),
  name: "Dana Whitfield",
  email: "dana@example.com",
  role: "member",
});
export const omar = aMember({
  id: idOf(1003),
  accountId: idOf(3),
  name: "Omar Haddad",
  email: "omar@example.com",
  role: "admin",
  lastSeenAt: null,
});
export const grace = anInvitation({ expiresAt: new Date(Date.now() + 3 * 86_400_000 + 60_000).toISOString() });

/** Three members and one pending invitation, answered by a bridge that says yes to everything. */
export const teamHandlers: Handlers = {
  "member.list": () => pageWith([ada, dana, omar]),
  "approval.list": () => ({ items: [] }),
  "invitation.list": () => pageWith([grace]),
  "member.get": ({ memberId }) => ({
    member: [ada, dana, omar].find(({ id }) => id === memberId) ?? dana,
    ...noDetails,
    workspaceAccess: aWorkspaceAccess({ byRole: true }),
    shared: [
      { id: idOf(100), name: "Northwind", preset: "agency", role: "member", roleName: "Member", ownerClass: false },
      { id: idOf(101), name: "Contoso", preset: "social", role: "admin", roleName: "Admin", ownerClass: true },
    ],
  }),
  "invitation.get": () => ({ ...grace, workspaceAccess: aWorkspaceAccess() }),
  "auditEvent.list": () => ({ items: [], older: null, newer: null, total: 0 }),
  "member.changeRole": ({ memberId, role }) => ({ ...dana, id: memberId, role }),
  "member.remove": ({ memberId }) => ({ ...dana, id: memberId, status: "removed", removedAt: dana.joinedAt }),
  "member.deactivate": ({ memberId }) => ({ ...dana, id: memberId, status: "deactivated" }),
  "member.reactivate": ({ memberId }) => ({ ...dana, id: memberId }),
  "member.reinstate": ({ memberId }) => ({ ...dana, id: memberId }),
  "invitation.revoke": () => ({ ...grace, status: "revoked" }),
  "invitation.reinstate": () => grace,
  "invitation.resend": () => grace,
  "invitation.extend": () => grace,
};

interface TeamOptions {
  readonly handlers?: Handlers;
  readonly organization?: Partial<Organization>;
  readonly offline?: boolean;
  /** What follows `/team` in the address. */
  readonly at?: string;
}

/** The team of an agency, at an address; the person is its owner unless the organization says otherwise. */
export async function renderTeam({ handlers = {}, organization = {}, offline = false, at = "" }: TeamOptions = {}) {
  const bridge = fakeBridge({ ...teamHandlers, ...handlers }, { connection: offline ? "offline" : "online" });
  const whole = anOrganization({ memberCount: 3, pendingInvitations: 1, owners: 2, ...organization });
  const view = await renderWithBridge(<Screen organization={whole} />, bridge, { at: `/o/${whole.id}/team${at}` });
  return { ...view, bridge };
}

function Screen({ organization }: { organization: Organization }) {
  useKeyboard();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const team = useRoutes([{ path: "/o/:organizationId/*", children: routes }]);
  return (
    <OrganizationScope organization={organization}>
      <output aria-label="Address">{pathname + search}</output>
      <button type="button" onClick={() => void navigate(-1)}>
        Back in history
      </button>
      {team}
    </OrganizationScope>
  );
}

/** The button of a decision once its preview is there. */
export async function ready(name: string): Promise<HTMLElement> {
  const dialogs = await screen.findAllByRole("dialog");
  const button = () => within(dialogs.at(-1) ?? document.body).getByRole("button", { name });
  await waitFor(() => expect(button()).toHaveProperty("disabled", false));
  return button();
}
