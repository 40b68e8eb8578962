import { screen } from "@testing-library/react";
import { beforeEach } from "vitest";
import { Root } from "#renderer/app/Root.tsx";
import { useRecent } from "#renderer/app/organizations/recent.ts";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { aMember, anAccount, anOrganization, aReceivedInvitation, idOf, pageWith } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

/** The person's own organization, and one in which they are a member. */
export const own = anOrganization({ id: idOf(100), name: "Ada's own", personal: true });
export const client = anOrganization({
  id: idOf(101),
  name: "Contoso",
  me: { memberId: idOf(1002), role: "member", ends: false },
});

const handlers: Handlers = {
  "organization.list": () => pageWith([own, client]),
  "me.listInvitations": () => ({ items: [aReceivedInvitation()] }),
  "ownership.listOffered": () => ({ items: [] }),
  "lockout.listPending": () => ({ items: [] }),
  "approval.received": () => ({ items: [] }),
  "ownership.get": () => ({ transfer: null }),
  "me.update": () => anAccount(),
  "auditEvent.list": () => ({ items: [], older: null, newer: null, total: 0 }),
  "member.list": () => pageWith([aMember({ name: "Dana Whitfield" })]),
  "invitation.list": () => pageWith([]),
  "plan.list": () => pageWith([]),
};

beforeEach(() => useRecent.setState({ ids: [] }));

export const switcher = (name: string) => screen.findByRole("button", { name: `${name}, switch organization` });
/** The whole application at an address. */
export const open = async (at: string, change: Handlers = {}) => {
  const bridge = fakeBridge({ ...handlers, ...change });
  const view = await renderWithBridge(<Root />, bridge, { at });
  return { bridge, ...view };
};
