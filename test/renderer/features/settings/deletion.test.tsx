import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import { aChangePreview } from "#test/support/changes.ts";
import { anOrganization, idOf } from "#test/support/fixtures.ts";
import { renderAccountSettings, renderOrganizationSettings } from "./renderSettings.tsx";

const impact = { members: 42, invitations: 3, workspaces: 5, auditEvents: 1204, holdDays: 30 };
const ending = (role: string, people: number) => ({
  from: role,
  to: null,
  statusFrom: "active" as const,
  statusTo: null,
  people,
  gained: [],
  lost: [],
});
const told = aChangePreview({
  transitions: [ending("owner", 2), ending("member", 40)],
  peopleTotal: 42,
  sessions: 57,
  seats: { limit: null, before: { used: 42, pending: 3 }, after: { used: 0, pending: 0 } },
  administrators: { before: 2, after: [], afterTotal: 0 },
  invitations: { ended: 3, changed: 0, lapsed: 0 },
});
const purgeAt = "2026-12-21T09:00:00.000Z";

test("deleting shows what goes, and asks for the name and the password", async () => {
  let right = false;
  const { user, bridge } = await renderOrganizationSettings({
    "deletion.preview": () => impact,
    "change.preview": () => told,
    "deletion.request": () =>
      right ? anOrganization({ purgeAt }) : failed({ kind: "unauthenticated", reason: "badCredentials" }),
  });
  await user.click(await screen.findByRole("button", { name: "Delete organization" }));
  const dialog = await screen.findByRole("dialog", { name: "Delete Northwind" });
  expect(await within(dialog).findByText("Member: 40 people lose access")).toBeDefined();
  expect(within(dialog).getByText("57 signed-in desktops lose this organization.")).toBeDefined();
  expect(within(dialog).getByText("3 invitations end.")).toBeDefined();
  expect(within(dialog).getByText("Seats in use: 42 → 0")).toBeDefined();
  expect(within(dialog).queryByText(/administer/)).toBeNull();
  expect(within(dialog).getByText(/5 brands go with it/)).toBeDefined();
  expect(within(dialog).getByText(/For 30 days everything can only be read/)).toBeDefined();
  const confirm = within(dialog).getByRole("button", { name: "Delete organization" });
  await user.type(within(dialog).getByLabelText("Your password"), "not it");
  expect(confirm.hasAttribute("disabled")).toBe(true);
  await user.type(within(dialog).getByRole("textbox", { name: /Northwind/ }), "Northwind");
  await user.click(confirm);
  expect(await within(dialog).findByText("This is not your password.")).toBeDefined();
  expect(within(dialog).queryByText(/Somebody changed this/)).toBeNull();
  right = true;
  await user.click(confirm);
  expect(await screen.findByText("Northwind is deleted for good on 2026-\u206012-\u206021")).toBeDefined();
  expect(bridge.inputsOf("deletion.request").at(-1)).toEqual({
    organizationId: idOf(100),
    name: "Northwind",
    password: "not it",
  });
  expect(bridge.calls.findLast(({ name }) => name === "deletion.request")).toMatchObject({ basis: told.basis });
  expect(bridge.inputsOf("change.preview")).toEqual([
    { organizationId: idOf(100), change: { operation: "deletion.request", input: {} } },
  ]);
});

test("what cannot be deleted says so before anything is typed", async () => {
  const fault = { kind: "conflict", code: "ownOrganization" } as const;
  const { user } = await renderOrganizationSettings({
    "deletion.preview": () => impact,
    "change.preview": () => aChangePreview({ verdict: { allowed: false, fault } }),
  });
  await user.click(await screen.findByRole("button", { name: "Delete organization" }));
  const dialog = await screen.findByRole("dialog", { name: "Delete Northwind" });
  expect(await within(dialog).findByText(/This cannot be done now/)).toBeDefined();
});

test("a held organization is read only, and owners restore it", async () => {
  const { user, bridge } = await renderOrganizationSettings(
    {
      "deletion.restore": () => anOrganization(),
      "deletion.preview": () => impact,
    },
    anOrganization({ purgeAt, owners: 2 }),
  );
  const leave = await screen.findByRole("button", { name: "Leave organization" });
  expect(leave.getAttribute("aria-description")).toContain("can only be read");
  await user.click(screen.getByRole("button", { name: "Restore" }));
  const dialog = await screen.findByRole("dialog", { name: "Restore Northwind" });
  expect(await within(dialog).findByText(/^42 people can work here again/)).toBeDefined();
  expect(within(dialog).getByText("5 brands stay.")).toBeDefined();
  const confirm = within(dialog).getByRole("button", { name: "Restore" });
  await waitFor(() => expect(confirm).toHaveProperty("disabled", false));
  await user.click(confirm);
  expect(await screen.findByText("Northwind works again for everyone")).toBeDefined();
  expect(bridge.inputsOf("deletion.restore")).toHaveLength(1);
});

test("former owners keep a certificate", async () => {
  const certificate = {
    organizationId: idOf(100),
    name: "Northwind",
    slug: "northwind",
    requestedBy: "Ada Byron",
    requestedAt: purgeAt,
    purgedAt: purgeAt,
    counts: { members: 2, invitations: 1, workspaces: 0, auditEvents: 6 },
    chainHead: "ab".repeat(32),
    revision: 6,
  };
  await renderAccountSettings({ "deletion.listCertificates": () => ({ items: [certificate] }) }, "/account/deleted");
  expect(await screen.findByText(/2 members, 0 workspaces, 1 invitation, 6 audit events/)).toBeDefined();
  expect(screen.getByRole("button", { name: "Copy certificate of Northwind as JSON" })).toBeDefined();
});
