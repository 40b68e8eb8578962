import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { OwnershipTransfer } from "#contract/entities/ownership.ts";
import { aChangePreview, aTransfer } from "#test/support/changes.ts";
import { aMember, anOrganization, idOf, pageWith } from "#test/support/fixtures.ts";
import { renderOrganizationSettings } from "./renderSettings.tsx";

const dana = aMember({ id: idOf(1002), accountId: idOf(2), name: "Dana Whitfield", role: "member" });
const olga = aMember({ id: idOf(1003), accountId: idOf(3), name: "Olga Petrov" });

const after = [
  { memberId: dana.id, name: dana.name, lastSeenAt: null },
  { memberId: olga.id, name: olga.name, lastSeenAt: null },
];
const standing = (role: string) => ({ role, status: "active" as const });
const nothing = {
  gained: [],
  lost: [],
  workspacesGained: [],
  workspacesLost: [],
  workspacesGainedTotal: 0,
  workspacesLostTotal: 0,
  sessions: 0,
};

/** What the server says of an accepted offer: Dana becomes the owner, Ada no longer is one, Olga stays one. */
const swap = aChangePreview({
  peopleTotal: 2,
  people: [
    {
      memberId: idOf(1001),
      name: "Ada Byron",
      email: "",
      before: standing("owner"),
      after: standing("admin"),
      ...nothing,
    },
    { memberId: dana.id, name: dana.name, email: "", before: standing("member"), after: standing("owner"), ...nothing },
  ],
  administrators: { before: 2, after, afterTotal: 2 },
});

test("a transfer tells what its acceptance does before the offer is sent, and can be taken back", async () => {
  let open: OwnershipTransfer | null = null;
  const { user, bridge } = await renderOrganizationSettings(
    {
      "member.list": ({ role }) => pageWith(role === undefined ? [aMember(), dana] : [aMember(), olga]),
      "ownership.get": () => ({ transfer: open }),
      "change.preview": () => swap,
      "ownership.startTransfer": () => (open = aTransfer()),
      "ownership.cancelTransfer": () => {
        open = null;
        return aTransfer();
      },
    },
    anOrganization({ owners: 2 }),
  );
  await user.click(await screen.findByRole("button", { name: "Transfer ownership" }));
  const dialog = await screen.findByRole("dialog", { name: "Transfer the ownership of Northwind" });
  const send = within(dialog).getByRole("button", { name: "Send the offer" });
  expect(send.hasAttribute("disabled")).toBe(true);
  expect(within(dialog).queryByRole("option", { name: /Ada Byron/ })).toBeNull();
  await user.click(await within(dialog).findByRole("option", { name: /Dana Whitfield/ }));
  const panel = await within(dialog).findByRole("region", { name: "What this does" });
  await waitFor(() => expect(panel.textContent).toContain("Dana Whitfield: Member → Owner"));
  expect(panel.textContent).toContain("Ada Byron: Owner → Admin");
  expect(panel.textContent).toContain("Dana Whitfield and Olga Petrov can then administer Northwind");
  expect(panel.textContent).toContain("Nothing changes until Dana Whitfield accepts");
  await user.click(within(dialog).getByRole("radio", { name: "I leave the organization" }));
  expect(await within(dialog).findByText("Your access ends then, on every device.")).toBeDefined();
  await waitFor(() => expect(send.hasAttribute("disabled")).toBe(false));
  await user.click(send);
  expect(bridge.calls.filter(({ name }) => name === "ownership.startTransfer")).toMatchObject([{ basis: swap.basis }]);
  expect(bridge.inputsOf("ownership.startTransfer")).toEqual([
    { organizationId: idOf(100), toMemberId: dana.id, formerOwner: "leaves" },
  ]);
  await user.click(await screen.findByRole("button", { name: "Take back the offer" }));
  expect(await screen.findByText("Dana Whitfield can no longer take over Northwind")).toBeDefined();
  await waitFor(() => expect(screen.getByRole("button", { name: "Transfer ownership" })).toBeDefined());
});

test("Esc closes the dialog from within the search for a person", async () => {
  const { user } = await renderOrganizationSettings(
    { "member.list": () => pageWith([aMember(), dana]) },
    anOrganization({ owners: 2 }),
  );
  await user.click(await screen.findByRole("button", { name: "Transfer ownership" }));
  await user.type(await screen.findByRole("searchbox", { name: "Find a member" }), "dana{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("an admin is told who could transfer, a preset without transfers says so", async () => {
  await renderOrganizationSettings({}, anOrganization({ me: { memberId: idOf(1002), role: "admin", ends: false } }));
  const button = await screen.findByRole("button", { name: "Transfer ownership" });
  expect(button.getAttribute("aria-description")).toMatch(/Admin.*Owner/);
});

test("operations has no transfer and says so", async () => {
  await renderOrganizationSettings({}, anOrganization({ preset: "operations" }));
  const button = await screen.findByRole("button", { name: "Transfer ownership" });
  expect(button.getAttribute("aria-description")).toContain("Operations");
});

test("one's own organization cannot be left on the way", async () => {
  const { user } = await renderOrganizationSettings(
    { "member.list": () => pageWith([aMember(), dana]) },
    anOrganization({ personal: true }),
  );
  await user.click(await screen.findByRole("button", { name: "Transfer ownership" }));
  expect(await screen.findByText("I stay with the role Admin")).toBeDefined();
  expect(screen.queryByRole("radio")).toBeNull();
});
