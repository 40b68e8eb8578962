import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import { aChangePreview, aPersonChange } from "#test/support/changes.ts";
import { aWorkspaceAccess, aMember, anAuditEvent, idOf, noDetails, pageWith } from "#test/support/fixtures.ts";
import { ada, dana, grace, omar, ready, renderTeam } from "./renderTeam.tsx";

const menuOf = async (user: Awaited<ReturnType<typeof renderTeam>>["user"], name: string) => {
  await user.click(await screen.findByRole("button", { name: `Actions for this row: ${name}` }));
};

test("a role change says what the person gained, and Undo is an ordinary command", async () => {
  const { user, bridge } = await renderTeam();
  await menuOf(user, "Dana Whitfield");
  await user.click(await screen.findByRole("menuitem", { name: "Give the role Owner" }));
  await user.click(await ready("Make Owner"));
  expect(await screen.findByText("Dana Whitfield can now manage billing and delete the organization")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(
    await screen.findByText("Dana Whitfield can no longer manage billing or delete the organization"),
  ).toBeDefined();
  expect(bridge.inputsOf("member.changeRole")).toEqual([
    { organizationId: dana.organizationId, memberId: dana.id, role: "owner" },
    { organizationId: dana.organizationId, memberId: dana.id, role: "member" },
  ]);
});

test("removal shows its impact first, and the keyboard takes it back", async () => {
  const { user, bridge } = await renderTeam({ organization: { seatsLimit: 5 } });
  await menuOf(user, "Dana Whitfield");
  await user.click(await screen.findByRole("menuitem", { name: "Remove" }));
  const dialog = await screen.findByRole("dialog", { name: "Remove Dana Whitfield from Northwind" });
  expect(dialog.textContent).toContain("Access ends at once");
  expect(dialog.textContent).toContain("within 90 days");
  expect(bridge.inputsOf("member.remove")).toEqual([]);
  await user.click(await ready("Remove"));
  expect(await screen.findByText("Dana Whitfield no longer has access")).toBeDefined();
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.keyboard("{Control>}z{/Control}");
  expect(await screen.findByText("Dana Whitfield is back with the role Member")).toBeDefined();
  expect(bridge.inputsOf("member.reinstate")).toEqual([{ organizationId: dana.organizationId, memberId: dana.id }]);
});

test("a deactivation names who stays in charge, and is taken back", async () => {
  const olga = aMember({ id: idOf(1004), accountId: idOf(4), name: "Olga Petrov" });
  const after = [{ memberId: ada.id, name: ada.name, lastSeenAt: null }];
  const { user, bridge } = await renderTeam({
    handlers: {
      "member.list": () => pageWith([ada, olga]),
      "change.preview": () => aChangePreview({ administrators: { before: 2, after, afterTotal: 1 } }),
    },
  });
  await menuOf(user, "Olga Petrov");
  await user.click(await screen.findByRole("menuitem", { name: "Deactivate" }));
  const dialog = await screen.findByRole("dialog", { name: "Deactivate Olga Petrov in Northwind" });
  expect(await within(dialog).findByText("Only Ada Byron can still administer Northwind.")).toBeDefined();
  expect(bridge.inputsOf("member.deactivate")).toEqual([]);
  await user.click(await ready("Deactivate"));
  expect(await screen.findByText("Olga Petrov has no access for now")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByText("Olga Petrov has access again with the role Member")).toBeDefined();
  expect(bridge.inputsOf("member.reactivate")).toEqual([{ organizationId: olga.organizationId, memberId: olga.id }]);
});

test("the deactivated are a filter away, and their drawer gives access back", async () => {
  const resting = { ...dana, status: "deactivated" } as const;
  const { user, bridge } = await renderTeam({
    at: `/${dana.id}?status=deactivated`,
    handlers: {
      "member.list": ({ status }) => pageWith(status === "deactivated" ? [resting] : [ada]),
      "member.get": () => ({ member: resting, shared: [], workspaceAccess: aWorkspaceAccess(), ...noDetails }),
      "change.preview": () =>
        aChangePreview({
          peopleTotal: 1,
          people: [aPersonChange({ before: { role: "member", status: "deactivated" } })],
          seats: { limit: 5, before: { used: 2, pending: 0 }, after: { used: 3, pending: 0 } },
        }),
    },
  });
  const drawer = await screen.findByRole("dialog", { name: "Member" });
  expect(await within(drawer).findByText("Deactivated")).toBeDefined();
  await user.click(within(drawer).getByRole("button", { name: "Reactivate" }));
  const dialog = await screen.findByRole("dialog", { name: "Reactivate Dana Whitfield in Northwind" });
  expect(await within(dialog).findByText("Dana Whitfield has access again, as Member")).toBeDefined();
  expect(within(dialog).getByText("Seats in use: 2 → 3 of 5")).toBeDefined();
  await user.click(within(dialog).getByRole("button", { name: "Reactivate" }));
  await waitFor(() =>
    expect(bridge.calls.filter(({ name }) => name === "member.reactivate")).toMatchObject([{ basis: "0".repeat(64) }]),
  );
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(bridge.inputsOf("member.deactivate")).toHaveLength(1));
});

test("what an admin may not do stays in the menu with the reason, and explains itself", async () => {
  const { user, bridge } = await renderTeam({
    organization: { me: { memberId: omar.id, role: "admin", ends: false } },
    handlers: { "permission.explain": () => failed({ kind: "internal" }) },
  });
  await menuOf(user, "Ada Byron");
  const remove = await screen.findByRole("menuitem", { name: "Remove" });
  expect(remove.getAttribute("aria-disabled")).toBe("true");
  expect(remove.getAttribute("aria-description")).toMatch(/Admin.*Owner/);
  await user.click(remove);
  expect(await screen.findByRole("dialog", { name: "Why can't I?" })).toBeDefined();
  expect(bridge.inputsOf("member.remove")).toEqual([]);
  expect(bridge.inputsOf("permission.explain")).toMatchObject([{ question: { kind: "remove", targetId: ada.id } }]);
});

test("offline, the team can be read and nothing changed", async () => {
  const { user } = await renderTeam({ offline: true });
  await menuOf(user, "Dana Whitfield");
  const item = await screen.findByRole("menuitem", { name: "Give the role Admin" });
  expect(item.getAttribute("aria-description")).toContain("offline");
});

test("stepping down asks first and offers no Undo that would be refused", async () => {
  const { user, bridge } = await renderTeam({
    handlers: { "member.changeRole": ({ role }) => ({ ...ada, role }) },
  });
  await menuOf(user, "Ada Byron");
  await user.click(await screen.findByRole("menuitem", { name: "Give the role Member" }));
  const dialog = await screen.findByRole("dialog");
  expect(dialog.textContent).toContain("Only somebody with the role Owner can give you Owner again.");
  await user.click(await ready("Step down to Member"));
  await waitFor(() => expect(bridge.inputsOf("member.changeRole")).toHaveLength(1));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

test("a revoked invitation can be restored", async () => {
  const { user, bridge } = await renderTeam();
  await menuOf(user, grace.email);
  await user.click(await screen.findByRole("menuitem", { name: "Revoke" }));
  await screen.findByText("The link of grace@example.com no longer works");
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() =>
    expect(bridge.inputsOf("invitation.reinstate")).toEqual([
      { organizationId: grace.organizationId, invitationId: grace.id },
    ]),
  );
});

test("the only owner cannot leave and is told why", async () => {
  const { user } = await renderTeam({ organization: { owners: 1 } });
  await user.click(await screen.findByRole("button", { name: "More actions" }));
  const leave = await screen.findByRole("menuitem", { name: "Leave organization" });
  expect(leave.getAttribute("aria-description")).toContain("at least one owner");
});

test("an invitation whose sender could no longer give its role says so, is found by it, and can be sent again", async () => {
  const lapsed = { ...grace, inviterMayNot: true };
  const fine = { ...grace, id: idOf(2002), email: "hedy@example.com" };
  const { user, bridge } = await renderTeam({
    at: "?status=lapsed",
    handlers: {
      "invitation.list": () => pageWith([lapsed, fine]),
      "invitation.get": () => ({ ...lapsed, workspaceAccess: aWorkspaceAccess() }),
    },
  });
  const badge = await screen.findByText("No longer works");
  expect(badge.closest("[data-tip]")?.getAttribute("data-tip")).toBe(
    "Ada Byron can no longer give this role, so nobody joins by this invitation. Send it again to renew it.",
  );
  expect(screen.queryByText("hedy@example.com")).toBeNull();
  expect(bridge.inputsOf("member.list")).toEqual([]);
  await user.click(screen.getByText(grace.email));
  const drawer = await screen.findByRole("dialog", { name: "Invitation" });
  expect(await within(drawer).findByText(/Send it again to renew it/)).toBeDefined();
  await user.click(within(drawer).getByRole("button", { name: "Send again" }));
  await waitFor(() =>
    expect(bridge.inputsOf("invitation.resend")).toEqual([
      { organizationId: grace.organizationId, invitationId: grace.id },
    ]),
  );
});

test("of two owners the one whose access has no end stays, and each control says why", async () => {
  const ending = { ...dana, role: "owner", accessUntil: "2027-03-01T00:00:00.000Z" };
  const lasting = { ...omar, role: "owner" };
  const { user } = await renderTeam({
    organization: { owners: 2, lastingOwners: 1, me: { memberId: ending.id, role: "owner", ends: true } },
    handlers: {
      "member.list": () => pageWith([ending, lasting]),
      "member.get": () => ({ member: lasting, ...noDetails, workspaceAccess: aWorkspaceAccess(), shared: [] }),
    },
  });
  await menuOf(user, lasting.name);
  for (const name of ["Remove", "Deactivate"]) {
    const item = await screen.findByRole("menuitem", { name });
    expect(item.getAttribute("aria-disabled")).toBe("true");
    expect(item.getAttribute("aria-description")).toContain("whose access does not end");
  }
  await user.keyboard("{Escape}");
  await user.click(await screen.findByRole("button", { name: "More actions" }));
  const leave = await screen.findByRole("menuitem", { name: "Leave organization" });
  expect(leave.getAttribute("aria-disabled")).not.toBe("true");
  await user.keyboard("{Escape}");
  await user.click(screen.getByText(lasting.name));
  const drawer = await screen.findByRole("dialog", { name: "Member" });
  const change = await within(drawer).findByRole("button", { name: "Change" });
  expect(change.getAttribute("aria-disabled") ?? change.getAttribute("data-disabled")).toBe("true");
});

test("a person's drawer has an address, the shared organizations and the history", async () => {
  const { user, bridge } = await renderTeam({
    handlers: {
      "auditEvent.list": () => ({
        items: [
          anAuditEvent({
            revision: 9,
            action: "member.roleChanged",
            target: { type: "member", id: dana.id, name: dana.name },
            before: { role: "admin" },
            after: { role: "member" },
          }),
        ],
        older: null,
        newer: "x",
        total: 1,
      }),
    },
  });
  await user.click(await screen.findByText("Dana Whitfield"));
  const drawer = await screen.findByRole("dialog", { name: "Member" });
  expect(screen.getByRole("status", { name: "Address" }).textContent).toContain(`/team/${dana.id}`);
  expect(await within(drawer).findByText("Contoso")).toBeDefined();
  expect(within(drawer).queryByText("Northwind")).toBeNull();
  expect(await within(drawer).findByText("Ada Byron changed the role from Admin to Member")).toBeDefined();
  expect(bridge.inputsOf("auditEvent.list")[0]).toMatchObject({ targetId: dana.id });
  await user.keyboard("{ArrowDown}");
  expect(await within(await screen.findByRole("dialog")).findByText("Omar Haddad")).toBeDefined();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});
