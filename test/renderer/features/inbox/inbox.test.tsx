import { act, screen, waitFor, within } from "@testing-library/react";
import { useLocation } from "react-router";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import type { DesktopState } from "#contract/desktop.ts";
import type { ReceivedInvitation } from "#contract/entities/invitation.ts";
import { InboxPage } from "#renderer/features/inbox/InboxPage.tsx";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { aChangePreview, aPersonChange, aTransfer } from "#test/support/changes.ts";
import { aDesktopState, anOrganization, aReceivedInvitation, idOf, pageWith } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

function Address() {
  return <p>at {useLocation().pathname}</p>;
}

const show = async (
  received: ReceivedInvitation[],
  waitingForSeat = false,
  state: Partial<DesktopState> = {},
  more: Handlers = {},
) => {
  let items = received;
  const answer = () => {
    items = [];
    return { organizationId: idOf(100), memberId: waitingForSeat ? null : idOf(1001), waitingForSeat };
  };
  const bridge = fakeBridge(
    {
      "me.listInvitations": () => ({ items }),
      "ownership.listOffered": () => ({ items: [] }),
      "lockout.listPending": () => ({ items: [] }),
      "approval.received": () => ({ items: [] }),
      "invitation.acceptReceived": answer,
      "invitation.acceptOpened": () => ({ organizationId: idOf(100), waitingForSeat: false }),
      "invitation.dismissOpened": () => aDesktopState(),
      "invitation.receivedLogo": () => ({ type: "image/webp", base64: "UklGRg==" }),
      "invitation.openedLogo": () => ({ type: "image/webp", base64: "T1BFTg==" }),
      "invitation.declineReceived": () => {
        items = [];
        return { declined: true };
      },
      ...more,
    },
    state,
  );
  const page = [<InboxPage key="page" />, <Address key="address" />];
  return { bridge, ...(await renderWithBridge(page, bridge, { at: "/inbox" })) };
};

test("accepting joins and goes there", async () => {
  const { user } = await show([aReceivedInvitation()]);
  await user.click(await screen.findByRole("button", { name: "Accept" }));
  expect(await screen.findByText("You are now Admin in Contoso")).toBeDefined();
  expect(screen.getByText(`at /o/${idOf(100)}`)).toBeDefined();
});

test("without a free seat the acceptance waits and says so", async () => {
  const { user } = await show([aReceivedInvitation()], true);
  await user.click(await screen.findByRole("button", { name: "Accept" }));
  expect(await screen.findByText(/Contoso has no free seat/)).toBeDefined();
  expect(screen.getByText("at /inbox")).toBeDefined();
});

test("declining asks first, then takes it away", async () => {
  const { user, bridge } = await show([aReceivedInvitation()]);
  await user.click(await screen.findByRole("button", { name: "Decline" }));
  await screen.findByRole("dialog", { name: "Decline the invitation to Contoso" });
  expect(bridge.inputsOf("invitation.declineReceived")).toHaveLength(0);
  await user.click(screen.getAllByRole("button", { name: "Decline" }).at(-1) ?? document.body);
  await waitFor(() => expect(screen.queryByText("Grace Hopper invites you as Admin")).toBeNull());
  expect(await screen.findByText("Nothing waits for your answer.")).toBeDefined();
});

test("an invitation that is revoked while somebody is about to decline it says so", async () => {
  let items = [aReceivedInvitation()];
  const { user, bridge } = await show(items, false, {}, { "me.listInvitations": () => ({ items }) });
  await user.click(await screen.findByRole("button", { name: "Decline" }));
  const dialog = await screen.findByRole("dialog", { name: "Decline the invitation to Contoso" });
  items = [];
  act(() => bridge.push({ type: "feed", event: { type: "ready" } }));
  expect(await within(dialog).findByText("This invitation is no longer pending.")).toBeDefined();
  expect(within(dialog).getByRole("button", { name: "Decline" })).toHaveProperty("disabled", true);
  await user.click(within(dialog).getAllByRole("button", { name: "Close" }).at(-1) ?? document.body);
  expect(await screen.findByText("Nothing waits for your answer.")).toBeDefined();
});

test("declining what was revoked says so where it was asked, and takes the row away", async () => {
  let items = [aReceivedInvitation()];
  const { user } = await show(
    items,
    false,
    {},
    {
      "me.listInvitations": () => ({ items }),
      "invitation.declineReceived": () => {
        items = [];
        return failed({ kind: "conflict", code: "invitationRevoked" });
      },
    },
  );
  await user.click(await screen.findByRole("button", { name: "Decline" }));
  const dialog = await screen.findByRole("dialog", { name: "Decline the invitation to Contoso" });
  await user.click(within(dialog).getByRole("button", { name: "Decline" }));
  expect(await within(dialog).findByText("This invitation is no longer pending.")).toBeDefined();
  expect(screen.queryByText("Grace Hopper invites you as Admin")).toBeNull();
});

test("an opened link for another address cannot be accepted and says why", async () => {
  const opened = aReceivedInvitation({ email: "somebody@example.com" });
  const { user, bridge } = await show([], false, { openedInvitation: opened });
  const accept = await screen.findByRole("button", { name: "Accept" });
  expect(accept.getAttribute("aria-description")).toMatch(/for somebody@example.com/);
  await user.click(accept);
  expect(bridge.inputsOf("invitation.acceptOpened")).toHaveLength(0);
});

test("the logo of whoever invites stands beside the offer, each asked for by its own way", async () => {
  const digest = "a".repeat(64);
  const opened = aReceivedInvitation({ id: idOf(2003), organizationName: "Fabrikam", logo: "b".repeat(64) });
  const { bridge } = await show([aReceivedInvitation({ logo: digest })], false, { openedInvitation: opened });
  await waitFor(() => expect(document.querySelector('img[src="data:image/webp;base64,UklGRg=="]')).not.toBeNull());
  await waitFor(() => expect(document.querySelector('img[src="data:image/webp;base64,T1BFTg=="]')).not.toBeNull());
  expect(bridge.inputsOf("invitation.receivedLogo")).toEqual([{ invitationId: idOf(2002), digest }]);
  expect(bridge.inputsOf("invitation.openedLogo")).toEqual([{ digest: "b".repeat(64) }]);
});

test("without a logo the initials stand there, and nothing is asked for", async () => {
  const { bridge } = await show([aReceivedInvitation()]);
  await screen.findByRole("button", { name: "Accept" });
  expect(document.querySelector("img")).toBeNull();
  expect(bridge.inputsOf("invitation.receivedLogo")).toHaveLength(0);
});

test("an offer of ownership says what it means before it is taken, and leads there", async () => {
  const offer = { ...aTransfer(), organizationName: "Northwind", preset: "agency" } as const;
  const bridge = fakeBridge({
    "me.listInvitations": () => ({ items: [] }),
    "ownership.listOffered": () => ({ items: [offer] }),
    "lockout.listPending": () => ({ items: [] }),
    "approval.received": () => ({ items: [] }),
    "organization.list": () => pageWith([anOrganization()]),
    "change.preview": () =>
      aChangePreview({
        peopleTotal: 1,
        people: [aPersonChange({ after: { role: "owner", status: "active" } })],
        administrators: { before: 1, after: [], afterTotal: 1 },
      }),
    "ownership.acceptTransfer": () => aTransfer(),
  });
  const page = [<InboxPage key="page" />, <Address key="address" />];
  const { user } = await renderWithBridge(page, bridge, { at: "/inbox" });
  await screen.findByText(/Ada Byron asks you to take over this organization as Owner/);
  await user.click(screen.getByRole("button", { name: "Take over" }));
  const dialog = await screen.findByRole("dialog", { name: "Take over Northwind" });
  expect(await within(dialog).findByText("Dana Whitfield: Member → Owner")).toBeDefined();
  expect(dialog.textContent).toContain("You become Owner and answer for its people");
  expect(bridge.inputsOf("ownership.acceptTransfer")).toHaveLength(0);
  const verb = within(dialog).getByRole("button", { name: "Take over" });
  await waitFor(() => expect(verb).toHaveProperty("disabled", false));
  await user.click(verb);
  expect(await screen.findByText("You are now Owner of Northwind")).toBeDefined();
  expect(await screen.findByText(`at /o/${idOf(100)}`)).toBeDefined();
  expect(bridge.inputsOf("ownership.acceptTransfer")).toEqual([{ organizationId: idOf(100), transferId: idOf(4001) }]);
});

test("an offer of ownership that is taken back while its dialog is open says so", async () => {
  let items = [{ ...aTransfer(), organizationName: "Northwind", preset: "agency" } as const];
  const bridge = fakeBridge({
    "me.listInvitations": () => ({ items: [] }),
    "ownership.listOffered": () => ({ items }),
    "lockout.listPending": () => ({ items: [] }),
    "approval.received": () => ({ items: [] }),
    "organization.list": () => pageWith([anOrganization()]),
  });
  const { user } = await renderWithBridge([<InboxPage key="page" />], bridge, { at: "/inbox" });
  await user.click(await screen.findByRole("button", { name: "Take over" }));
  const dialog = await screen.findByRole("dialog", { name: "Take over Northwind" });
  items = [];
  act(() =>
    bridge.push({
      type: "feed",
      event: { type: "changed", organizationId: idOf(100), revision: 9, topics: ["ownership"] },
    }),
  );
  expect(await within(dialog).findByText("This offer of ownership is no longer open.")).toBeDefined();
  expect(within(dialog).getByRole("button", { name: "Take over" })).toHaveProperty("disabled", true);
});

test("what could not be read is said, and nobody is told that nothing waits", async () => {
  let fails = true;
  const items = { items: [] };
  const bridge = fakeBridge({
    "me.listInvitations": () => items,
    "ownership.listOffered": () => items,
    "lockout.listPending": () => items,
    "approval.received": () => (fails ? failed({ kind: "internal" }) : items),
  });
  const { user } = await renderWithBridge(<InboxPage />, bridge, { at: "/inbox" });
  await screen.findByRole("alert");
  expect(screen.queryByText("Nothing waits for your answer.")).toBeNull();
  fails = false;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Nothing waits for your answer.")).toBeDefined();
});
