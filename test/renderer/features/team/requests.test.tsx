import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aRoleRequest } from "#test/support/changes.ts";
import { idOf } from "#test/support/fixtures.ts";
import { dana, omar, renderTeam } from "./renderTeam.tsx";

const asAdmin = { me: { memberId: omar.id, role: "admin", ends: false } };
const open = aRoleRequest({
  member: { memberId: dana.id, name: dana.name },
  requester: { memberId: omar.id, name: omar.name },
});
const menuOf = async (user: Awaited<ReturnType<typeof renderTeam>>["user"], name: string) => {
  await user.click(await screen.findByRole("button", { name: `Actions for this row: ${name}` }));
};

test("an Admin asks an owner for what they may not give alone, with a reason", async () => {
  const { user, bridge } = await renderTeam({
    organization: asAdmin,
    handlers: { "approval.request": () => open },
  });
  await menuOf(user, "Dana Whitfield");
  await user.click(await screen.findByRole("menuitem", { name: "Ask an owner for the role Admin" }));
  const dialog = await screen.findByRole("dialog", { name: "Ask an owner to make Dana Whitfield Admin" });
  expect(dialog.textContent).toContain("Dana Whitfield could then invite people");
  expect(dialog.textContent).toContain("Nothing changes until somebody who is Owner approves");
  await user.type(within(dialog).getByLabelText("Reason"), "She runs the brand");
  await user.click(within(dialog).getByRole("button", { name: "Ask an owner" }));
  expect(await screen.findByText("The owners are asked to make Dana Whitfield Admin")).toBeDefined();
  expect(bridge.inputsOf("approval.request")).toEqual([
    { organizationId: idOf(100), memberId: dana.id, role: "admin", reason: "She runs the brand" },
  ]);
});

test("what owners alone give stays disabled, with the reason", async () => {
  const { user } = await renderTeam({ organization: asAdmin });
  await menuOf(user, "Dana Whitfield");
  const item = await screen.findByRole("menuitem", { name: "Give the role Owner" });
  expect(item.getAttribute("aria-description")).toMatch(/cannot give the role Owner/);
});

test("an owner gives the role at once", async () => {
  const { user } = await renderTeam();
  await menuOf(user, "Dana Whitfield");
  expect(await screen.findByRole("menuitem", { name: "Give the role Admin" })).toBeDefined();
  expect(screen.queryByRole("menuitem", { name: /Ask an owner/ })).toBeNull();
});

test("an open request shows on the member, cannot be made twice, and is taken back in the drawer", async () => {
  const { user, bridge } = await renderTeam({
    at: `/${dana.id}`,
    organization: asAdmin,
    handlers: {
      "approval.list": () => ({ items: [open] }),
      "approval.cancel": () => ({ ...open, status: "cancelled" }),
    },
  });
  await waitFor(() => expect(screen.getAllByText("Admin requested")).toHaveLength(2));
  await menuOf(user, "Dana Whitfield");
  const item = await screen.findByRole("menuitem", { name: "Ask an owner for the role Admin" });
  expect(item.getAttribute("aria-description")).toMatch(/already asked/);
  await user.keyboard("{Escape}");
  await user.click(screen.getByRole("button", { name: "Take back the request" }));
  expect(await screen.findByText("Dana Whitfield is no longer proposed as Admin")).toBeDefined();
  expect(bridge.inputsOf("approval.cancel")).toEqual([{ organizationId: idOf(100), approvalId: open.id }]);
});

test("offline, nothing is asked", async () => {
  const { user } = await renderTeam({ organization: asAdmin, offline: true });
  await menuOf(user, "Dana Whitfield");
  const item = await screen.findByRole("menuitem", { name: "Ask an owner for the role Admin" });
  expect(item.getAttribute("aria-description")).toMatch(/offline/);
});
