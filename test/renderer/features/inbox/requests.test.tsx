import { act, screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import type { RoleRequest } from "#contract/entities/approval.ts";
import { InboxPage } from "#renderer/features/inbox/InboxPage.tsx";
import { fakeBridge } from "#test/support/fakeBridge.ts";
import { aChangePreview, aPersonChange, aReceivedRequest } from "#test/support/changes.ts";
import { anOrganization, idOf, pageWith } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

const request = aReceivedRequest({ reason: "She runs the brand" });
const given = { organizationId: idOf(100), approvalId: request.id };

const show = async (status: RoleRequest["status"] = "approved", received = request) => {
  let items = [received];
  const bridge = fakeBridge({
    "me.listInvitations": () => ({ items: [] }),
    "ownership.listOffered": () => ({ items: [] }),
    "lockout.listPending": () => ({ items: [] }),
    "approval.received": () => ({ items }),
    "organization.list": () => pageWith([anOrganization()]),
    "change.preview": () =>
      aChangePreview({
        peopleTotal: 1,
        people: [aPersonChange({ after: { role: "admin", status: "active" }, gained: ["member.invite"] })],
      }),
    "approval.approve": () =>
      items.length === 0 ? failed({ kind: "conflict", code: "stateMoved" }) : { ...request, status },
    "approval.decline": () => ({ ...request, status: "declined" }),
  });
  const answeredElsewhere = () => {
    items = [];
    act(() =>
      bridge.push({
        type: "feed",
        event: { type: "changed", organizationId: idOf(100), revision: 9, topics: ["approvals"] },
      }),
    );
  };
  /** Nobody's act, so nothing announces it; the server's list leaves it out. */
  const expire = () => {
    items = [];
  };
  return {
    bridge,
    answeredElsewhere,
    expire,
    ...(await renderWithBridge([<InboxPage key="page" />], bridge, { at: "/inbox" })),
  };
};

test("a request says who asks, for whom, where, why, and what the person would gain", async () => {
  await show();
  const item = await screen.findByRole("listitem");
  expect(item.textContent).toContain("Northwind");
  expect(item.textContent).toContain("Omar Haddad asks to make Dana Whitfield Admin instead of Member");
  expect(item.textContent).toContain("She runs the brand");
  expect(item.textContent).toContain("Dana Whitfield could then invite people");
});

test("a name that runs from right to left does not turn the sentence around it", async () => {
  await show("approved", { ...request, requester: { ...request.requester, name: "عمر حداد" } });
  const item = await screen.findByRole("listitem");
  expect(item.textContent).toContain("\u2068عمر حداد\u2069 asks to make Dana Whitfield Admin instead of Member");
});

const approve = async (user: UserEvent, dialog: HTMLElement) => {
  const verb = within(dialog).getByRole("button", { name: "Approve" });
  await waitFor(() => expect(verb).toHaveProperty("disabled", false));
  await user.click(verb);
};

test("approving tells what it does, asks once more and says what came of it", async () => {
  const { user, bridge } = await show();
  await user.click(await screen.findByRole("button", { name: "Approve" }));
  const dialog = await screen.findByRole("dialog", { name: "Make Dana Whitfield Admin" });
  expect(await within(dialog).findByText("Dana Whitfield: Member → Admin")).toBeDefined();
  expect(within(dialog).getByText(/Can then invite people/)).toBeDefined();
  expect(bridge.inputsOf("approval.approve")).toEqual([]);
  await approve(user, dialog);
  expect(await screen.findByText("Dana Whitfield is now Admin of Northwind")).toBeDefined();
  expect(bridge.inputsOf("approval.approve")).toEqual([given]);
  expect(bridge.inputsOf("change.preview")).toEqual([
    { organizationId: idOf(100), change: { operation: "approval.approve", input: { approvalId: request.id } } },
  ]);
});

test("a request that was overtaken says so instead", async () => {
  const { user } = await show("overtaken");
  await user.click(await screen.findByRole("button", { name: "Approve" }));
  await approve(user, await screen.findByRole("dialog"));
  expect(await screen.findByText(/The request no longer applied and was closed/)).toBeDefined();
});

test("a request that expired while its dialog was open says that, not that somebody changed something", async () => {
  const { user, expire } = await show();
  await user.click(await screen.findByRole("button", { name: "Approve" }));
  const dialog = await screen.findByRole("dialog", { name: "Make Dana Whitfield Admin" });
  await within(dialog).findByText("Dana Whitfield: Member → Admin");
  expire();
  await approve(user, dialog);
  expect(await within(dialog).findByText("This request is no longer open.")).toBeDefined();
  expect(within(dialog).queryByText(/Someone changed this|Dana Whitfield: Member → Admin/)).toBeNull();
  expect(within(dialog).getByRole("button", { name: "Approve" })).toHaveProperty("disabled", true);
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

test.each([
  ["Approve", "Make Dana Whitfield Admin", []],
  ["Decline", "Decline to make Dana Whitfield Admin", ["Reason"]],
])("a request that is over while somebody is about to %s says so and loses nothing", async (verb, title, fields) => {
  const { user, answeredElsewhere } = await show();
  await user.click(await screen.findByRole("button", { name: verb }));
  const dialog = await screen.findByRole("dialog", { name: title });
  for (const field of fields) await user.type(within(dialog).getByLabelText(field), "Not before May");
  await waitFor(() => expect(within(dialog).getByRole("button", { name: verb })).toHaveProperty("disabled", false));
  answeredElsewhere();
  expect(await within(dialog).findByText("This request is no longer open.")).toBeDefined();
  expect(within(dialog).getByRole("button", { name: verb })).toHaveProperty("disabled", true);
  for (const field of fields) {
    expect(within(dialog).getByLabelText(field)).toHaveProperty("value", "Not before May");
  }
  await user.click(within(dialog).getByRole("button", { name: "Cancel" }));
  expect(await screen.findByText("Nothing waits for your answer.")).toBeDefined();
});
