import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { OwnershipTransfer } from "#contract/entities/ownership.ts";
import { aMember, anOrganization, aTransfer, idOf, pageWith } from "#test/support/fixtures.ts";
import { renderOrganizationSettings } from "./renderSettings.tsx";

const dana = aMember({ id: idOf(1002), accountId: idOf(2), name: "Dana Whitfield", role: "member" });
const olga = aMember({ id: idOf(1003), accountId: idOf(3), name: "Olga Petrov" });

test("a transfer names who is in charge afterwards before the offer is sent, and can be taken back", async () => {
  let open: OwnershipTransfer | null = null;
  const { user, bridge } = await renderOrganizationSettings(
    {
      "member.list": ({ role }) => pageWith(role === undefined ? [aMember(), dana] : [aMember(), olga]),
      "ownership.get": () => ({ transfer: open }),
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
  expect(
    await within(dialog).findByText("Dana Whitfield and Olga Petrov can then administer the organization."),
  ).toBeDefined();
  expect(within(dialog).getByText(/You become Admin/)).toBeDefined();
  await user.click(within(dialog).getByRole("radio", { name: "I leave the organization" }));
  expect(within(dialog).getByText(/your access ends at once/)).toBeDefined();
  await user.click(send);
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
  await renderOrganizationSettings({}, anOrganization({ me: { memberId: idOf(1002), role: "admin" } }));
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
  expect(await screen.findByRole("radio", { name: "I stay with the role Admin" })).toBeDefined();
  expect(screen.queryByRole("radio", { name: "I leave the organization" })).toBeNull();
});
