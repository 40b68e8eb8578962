import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Organization } from "#contract/entities/organization.ts";
import { OrganizationScope } from "#renderer/app/organizations/OrganizationScope.tsx";
import { OverviewPage } from "#renderer/features/overview/OverviewPage.tsx";
import { fakeBridge } from "#test/support/fakeBridge.ts";
import { anAuditEvent, anOrganization, idOf } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

const show = async (change: Partial<Organization> = {}) => {
  const bridge = fakeBridge({
    "auditEvent.list": () => ({
      items: [
        anAuditEvent({
          revision: 7,
          action: "member.roleChanged",
          target: { type: "member", id: idOf(5), name: "Dana" },
          before: { role: "member" },
          after: { role: "admin" },
        }),
      ],
      older: null,
      newer: "now",
      total: 1,
    }),
  });
  const page = (
    <OrganizationScope organization={anOrganization(change)}>
      <OverviewPage />
    </OrganizationScope>
  );
  return { bridge, ...(await renderWithBridge(page, bridge)) };
};

test.each([
  [1, "Add a second owner"],
  [2, "Two or three is right"],
  [4, "More than three"],
])("%i owners: %s", async (owners, note) => {
  await show({ owners });
  const figure = screen.getByRole("link", { name: `Owners: ${owners}` }).closest("dd");
  expect(figure?.textContent).toContain(note);
});

test("seats show what is used and free", async () => {
  await show({ seatsLimit: 10, memberCount: 8 });
  expect(screen.getByText("8 used, 2 free")).toBeDefined();
});

test("recent events read as sentences and lead to their entry", async () => {
  await show();
  const link = await screen.findByRole("link", { name: /Ada Byron made Dana Admin/ });
  expect(link.getAttribute("href")).toBe(`/o/${idOf(100)}/audit/7`);
});

test("a role without the audit log is not asked to load it", async () => {
  const { bridge } = await show({ me: { memberId: idOf(1001), role: "member", ends: false } });
  expect(screen.queryByText("Recent activity")).toBeNull();
  expect(bridge.inputsOf("auditEvent.list")).toHaveLength(0);
});

test("the set-up list follows how the organization stands and goes when all is done", async () => {
  const { unmount } = await show({ memberCount: 1, pendingInvitations: 1, owners: 1 });
  const list = screen.getByRole("region", { name: "Set up the organization" });
  expect(within(list).getByText("1 of 4")).toBeDefined();
  unmount();
  const done = { description: "x", industry: "x", website: "https://x.org" };
  await show({ memberCount: 3, owners: 2, ...done });
  expect(screen.queryByRole("region", { name: "Set up the organization" })).toBeNull();
});
