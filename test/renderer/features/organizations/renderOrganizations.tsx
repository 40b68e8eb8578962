import { useLocation, useRoutes } from "react-router";
import { useKeyboard } from "#renderer/app/commands/useKeyboard.ts";
import { routes } from "#renderer/features/organizations/routes.tsx";
import type { DesktopState } from "#contract/desktop.ts";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { anOrganization, idOf, pageWith } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

/** Owned, with as many seats as people. */
export const northwind = anOrganization({ seatsLimit: 3, pendingInvitations: 4 });
/** Where the person is an Admin of a preset in which Admins see everything. */
export const contoso = anOrganization({
  id: idOf(101),
  name: "Contoso",
  slug: "contoso",
  preset: "social",
  memberCount: 1204,
  me: { memberId: idOf(1101), role: "admin", ends: false },
});
/** Where the person may look at the team and no more; it goes in December. */
export const vault = anOrganization({
  id: idOf(102),
  name: "Vault",
  slug: "vault",
  memberCount: 77,
  pendingInvitations: 55,
  seatsLimit: 99,
  // There it is the day after already.
  timeZone: "Pacific/Auckland",
  purgeAt: "2098-12-19T20:00:00.000Z",
  me: { memberId: idOf(1201), role: "member", ends: false },
});

export const certificate = {
  organizationId: idOf(103),
  name: "Old client",
  slug: "old-client",
  requestedBy: "Ada Byron",
  requestedAt: "2026-09-01T09:00:00.000Z",
  purgedAt: "2026-10-01T09:00:00.000Z",
  counts: { members: 3, invitations: 0, workspaces: 1, auditEvents: 20 },
  chainHead: "c".repeat(64),
  revision: 20,
};

interface Given {
  readonly handlers?: Handlers;
  /** The query of the address. */
  readonly at?: string;
  readonly state?: Partial<DesktopState>;
}

/** The list of all organizations. */
export async function renderOrganizations({ handlers = {}, at = "", state = {} }: Given = {}) {
  const bridge = fakeBridge(
    {
      "organization.list": () => pageWith([contoso, northwind, vault]),
      "deletion.listCertificates": () => ({ items: [certificate] }),
      ...handlers,
    },
    state,
  );
  const view = await renderWithBridge(<Screen />, bridge, { at: `/organizations${at}` });
  return { ...view, bridge };
}

function Screen() {
  useKeyboard();
  const { pathname, search } = useLocation();
  const page = useRoutes([
    { path: "/organizations/*", children: routes },
    { path: "*", element: null },
  ]);
  return (
    <>
      <output aria-label="Address">{pathname + search}</output>
      {page}
    </>
  );
}
