import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { RoleRequest } from "#contract/entities/approval.ts";
import { InboxPage } from "#renderer/features/inbox/InboxPage.tsx";
import { fakeBridge } from "#test/support/fakeBridge.ts";
import { aReceivedRequest } from "#test/support/changes.ts";
import { idOf } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

const request = aReceivedRequest({ reason: "She runs the brand" });
const given = { organizationId: idOf(100), approvalId: request.id };

const show = async (status: RoleRequest["status"] = "approved") => {
  const bridge = fakeBridge({
    "me.listInvitations": () => ({ items: [] }),
    "ownership.listOffered": () => ({ items: [] }),
    "lockout.listPending": () => ({ items: [] }),
    "approval.received": () => ({ items: [request] }),
    "approval.approve": () => ({ ...request, status }),
    "approval.decline": () => ({ ...request, status: "declined" }),
  });
  return { bridge, ...(await renderWithBridge([<InboxPage key="page" />], bridge, { at: "/inbox" })) };
};

test("a request says who asks, for whom, where, why, and what the person would gain", async () => {
  await show();
  const item = await screen.findByRole("listitem");
  expect(item.textContent).toContain("Northwind");
  expect(item.textContent).toContain("Omar Haddad asks to make Dana Whitfield Admin instead of Member");
  expect(item.textContent).toContain("She runs the brand");
  expect(item.textContent).toContain("Dana Whitfield could then invite people");
});

test("approving asks once more and says what came of it", async () => {
  const { user, bridge } = await show();
  await user.click(await screen.findByRole("button", { name: "Approve" }));
  const dialog = await screen.findByRole("dialog", { name: "Make Dana Whitfield Admin" });
  expect(bridge.inputsOf("approval.approve")).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: "Approve" }));
  expect(await screen.findByText("Dana Whitfield is now Admin of Northwind")).toBeDefined();
  expect(bridge.inputsOf("approval.approve")).toEqual([given]);
});

test("a request that was overtaken says so instead", async () => {
  const { user } = await show("overtaken");
  await user.click(await screen.findByRole("button", { name: "Approve" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Approve" }));
  expect(await screen.findByText(/The request no longer applied and was closed/)).toBeDefined();
});

test("declining takes a reason", async () => {
  const { user, bridge } = await show();
  await user.click(await screen.findByRole("button", { name: "Decline" }));
  const dialog = await screen.findByRole("dialog", { name: "Decline to make Dana Whitfield Admin" });
  await user.type(within(dialog).getByLabelText("Reason"), "Not before May");
  await user.click(within(dialog).getByRole("button", { name: "Decline" }));
  expect(await screen.findByText("Dana Whitfield stays Member, and Omar Haddad is told")).toBeDefined();
  expect(bridge.inputsOf("approval.decline")).toEqual([{ ...given, reason: "Not before May" }]);
});
