import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { SecurityEvent } from "#contract/entities/auditEvent.ts";
import { failed } from "#contract/answer.ts";
import { anOrganization, idOf } from "#test/support/fixtures.ts";
import { renderAccountSettings, renderOrganizationSettings } from "./renderSettings.tsx";

const event = (change: Partial<SecurityEvent> = {}): SecurityEvent => ({
  id: idOf(1),
  at: "2026-11-01T09:00:00.000Z",
  kind: "session.signedIn",
  accountName: "Dana Smith",
  organizationId: idOf(100),
  address: "192.0.2.7",
  userAgent: "Orgdesk",
  detail: {},
  ...change,
});

const refused = event({
  id: idOf(2),
  kind: "command.refused",
  accountName: "Sam Ode",
  detail: { operation: "member.remove", reason: "missingPermission" },
});

test("sign-ins and refusals of the organization, page by page", async () => {
  const { bridge, user } = await renderOrganizationSettings(
    {
      "organization.listSecurityEvents": ({ cursor }) =>
        cursor === undefined
          ? { items: [event()], next: "second", total: 2, matching: 2 }
          : { items: [refused], next: null, total: 2, matching: null },
    },
    anOrganization(),
    "settings/security",
  );
  expect(await screen.findByText("Dana Smith signed in")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Show more" }));
  expect(await screen.findByText("Sam Ode was refused")).toBeDefined();
  expect(screen.getByText("Wanted to remove members. Your role does not allow this.")).toBeDefined();
  expect(bridge.inputsOf("organization.listSecurityEvents")).toHaveLength(2);
});

test("the server's signing key can be compared and copied, as this desktop knows it", async () => {
  const none = { items: [], next: null, total: 0, matching: 0 };
  const status = { verified: null, signedBy: "0123456789abcdef0123456789abcdef", alarm: null, answered: [] };
  const { user } = await renderOrganizationSettings(
    { "organization.listSecurityEvents": () => none, "witness.status": () => status },
    anOrganization(),
    "settings/security",
  );
  const key = within(await screen.findByRole("region", { name: "Signing key" }));
  expect(await key.findByText("01234567 89abcdef 01234567 89abcdef")).toBeDefined();
  await user.click(key.getByRole("button", { name: "Copy" }));
  expect(await navigator.clipboard.readText()).toBe(status.signedBy);
});

test("before the first check of the log there is no key to show, and it says so", async () => {
  const none = { items: [], next: null, total: 0, matching: 0 };
  await renderOrganizationSettings(
    { "organization.listSecurityEvents": () => none },
    anOrganization(),
    "settings/security",
  );
  expect(await screen.findByText("This computer has not checked the audit log yet.")).toBeDefined();
});

test("without the permission there is no tab, and the address says why", async () => {
  const organization = anOrganization({ me: { memberId: idOf(1001), role: "admin", ends: false } });
  const { bridge } = await renderOrganizationSettings({}, organization, "settings/security");
  expect(await screen.findByText(/cannot see the security log/)).toBeDefined();
  expect(screen.queryByRole("link", { name: "Security log" })).toBeNull();
  expect(bridge.inputsOf("organization.listSecurityEvents")).toEqual([]);
});

test("a log that cannot be read says so and can be tried again", async () => {
  let tries = 0;
  const { user } = await renderAccountSettings(
    {
      "me.listSecurityEvents": () => {
        tries += 1;
        return tries === 1 ? failed({ kind: "internal" }) : { items: [event()], next: null, total: 1, matching: 1 };
      },
    },
    "/account/security",
  );
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByText("You signed in")).toBeDefined();
});
