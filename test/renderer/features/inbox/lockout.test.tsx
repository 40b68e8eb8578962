import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import type { LockoutGuard } from "#contract/entities/lockout.ts";
import { InboxPage } from "#renderer/features/inbox/InboxPage.tsx";
import { fakeBridge } from "#test/support/fakeBridge.ts";
import { aLockoutGuard } from "#test/support/changes.ts";
import { anOrganization, idOf, pageWith } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

const right = "copper-lantern-61-orchard";

const show = async (guards: readonly LockoutGuard[]) => {
  const bridge = fakeBridge({
    "me.listInvitations": () => ({ items: [] }),
    "ownership.listOffered": () => ({ items: [] }),
    "approval.received": () => ({ items: [] }),
    "lockout.listPending": () => ({ items: [...guards] }),
    "organization.list": () => pageWith([anOrganization({ logo: "c".repeat(64) })]),
    "organization.logo": () => ({ type: "image/webp", base64: "UklGRg==" }),
    "lockout.confirm": ({ guardId, password }) =>
      password === right ? { guardId } : failed({ kind: "unauthenticated", reason: "badCredentials" }),
  });
  return { bridge, ...(await renderWithBridge([<InboxPage key="page" />], bridge, { at: "/inbox" })) };
};

test("a change of ownership names who can still administer before the password confirms it", async () => {
  const { user, bridge } = await show([aLockoutGuard()]);
  await user.click(await screen.findByRole("button", { name: "Confirm" }));
  const dialog = await screen.findByRole("dialog", { name: "Confirm that you can administer Northwind" });
  expect(dialog.textContent).toContain("Ada Byron (seen");
  expect(dialog.textContent).toContain("Dana Whitfield becomes an owner again");
  await user.type(within(dialog).getByLabelText(/Your password/), "wrong{Enter}");
  expect(await within(dialog).findByText("This is not your password.")).toBeDefined();
  await user.clear(within(dialog).getByLabelText(/Your password/));
  await user.type(within(dialog).getByLabelText(/Your password/), `${right}{Enter}`);
  expect(await screen.findByText("Dana Whitfield stays without ownership in Northwind")).toBeDefined();
  expect(bridge.inputsOf("lockout.confirm")).toHaveLength(2);
});

test("an owner's access that ended by itself was taken by nobody", async () => {
  await show([aLockoutGuard({ byName: null })]);
  expect(await screen.findByText(/^The access of .*Dana Whitfield.*, an owner, has ended\./)).toBeDefined();
});

test("several are confirmed with one password", async () => {
  const elsewhere = { id: idOf(6002), organizationId: idOf(101), organizationName: "Contoso" };
  const { user, bridge } = await show([aLockoutGuard(), aLockoutGuard(elsewhere)]);
  await user.click(await screen.findByRole("button", { name: "Confirm all 2" }));
  const dialog = await screen.findByRole("dialog", { name: "Confirm that you can administer 2 organizations" });
  await user.type(within(dialog).getByLabelText(/Your password/), `${right}{Enter}`);
  expect(await screen.findByText("2 changes of ownership stay")).toBeDefined();
  expect(bridge.inputsOf("lockout.confirm")).toEqual([
    { organizationId: idOf(100), guardId: idOf(6001), password: right },
    { organizationId: idOf(101), guardId: idOf(6002), password: right },
  ]);
});

test("an organization that waits for a confirmation has its logo, and its initials where that cannot be shown", async () => {
  const { container } = await show([aLockoutGuard()]);
  await screen.findByRole("button", { name: "Confirm" });
  await waitFor(() =>
    expect(container.querySelector("img")?.getAttribute("src")).toBe("data:image/webp;base64,UklGRg=="),
  );
  fireEvent.error(container.querySelector("img") ?? container);
  expect(container.querySelector("img")).toBeNull();
  expect(screen.getByText("N")).toBeDefined();
});
