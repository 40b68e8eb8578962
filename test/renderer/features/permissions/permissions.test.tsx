import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import type { PermissionMatrix } from "#contract/entities/permission.ts";
import { decide } from "#domain/policy/decide.ts";
import { matrixOf } from "#domain/policy/matrix.ts";
import { policyOf } from "#domain/policy/policy.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import "#renderer/features/permissions/routes.tsx";
import { address, renderSection } from "#test/renderer/features/renderSection.tsx";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { aWorkspaceAccess, aMember, anOrganization, idOf, noDetails, pageWith } from "#test/support/fixtures.ts";

const dana = aMember({ id: idOf(1002), accountId: idOf(2), name: "Dana", email: "dana@example.com", role: "member" });

function matrix(preset: PresetKey, myRole: string): PermissionMatrix {
  const policy = policyOf(preset);
  const { roles, sections } = matrixOf(policy);
  const { version, name } = policy.preset;
  const counts = roles.map((role, index) => ({ ...role, custom: false, members: index + 1 }));
  return { preset, presetVersion: version, presetName: name, roles: counts, sections, myRole };
}

async function show(role: string, rest = "permissions", preset: PresetKey = "agency", handlers: Handlers = {}) {
  const organization = anOrganization({ preset, me: { memberId: idOf(1001), role, ends: false } });
  const bridge = fakeBridge({
    "permission.matrix": () => matrix(preset, role),
    "member.list": () => pageWith([dana]),
    "member.get": () => ({ member: dana, shared: [], workspaceAccess: aWorkspaceAccess(), ...noDetails }),
    "permission.checkMany": ({ questions }) => ({
      revision: 7,
      answers: questions.map(({ permission }) => {
        const facts = { memberId: dana.id, role: dana.role, status: dana.status };
        const decision = decide(policyOf(preset), facts, { kind: "use", permission }, { lastingOwners: 1 });
        const refusal = decision.allowed ? null : decision.reason;
        return { memberId: dana.id, permission, allowed: decision.allowed, refusal };
      }),
    }),
    ...handlers,
  });
  const view = await renderSection(organization, bridge, rest);
  return { bridge, ...view };
}

const cellOf = (row: string, column: number) => {
  const cells = within(screen.getByRole("row", { name: new RegExp(row) })).getAllByRole("cell");
  const cell = cells[column];
  if (!cell) throw new Error(`No column ${column} in '${row}'`);
  return cell;
};

describe("the matrix", () => {
  test.each(["owner", "admin", "member"])(
    "%s sees every row with a word per cell, and their own column",
    async (role) => {
      await show(role);
      await screen.findByRole("grid", { name: "Permissions by role" });
      expect(cellOf("Delete organization", 0).textContent).toBe("Yes");
      expect(cellOf("Delete organization", 1).textContent).toBe("No");
      const mine = screen.getAllByRole("columnheader").filter((header) => header.textContent?.includes("You"));
      expect(mine.map((header) => header.textContent?.toLowerCase())).toEqual([`${role}you`]);
    },
  );

  test("footnotes keep the document's wording, and rows of ours say so", async () => {
    await show("owner");
    const notes = await screen.findByRole("list", { name: "Notes" });
    expect(within(notes).getByText("Admins can only assign Member roles")).toBeDefined();
    expect(cellOf("Assign roles", 1).textContent).toContain("Note 1");
    expect(within(screen.getByRole("row", { name: /View the audit log/ })).getByText("Orgdesk")).toBeDefined();
  });

  test("arrow keys walk the cells, and the one in focus explains itself", async () => {
    const { user } = await show("admin");
    await screen.findByRole("grid");
    cellOf("View organization settings", 0).focus();
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowRight}");
    expect(document.activeElement).toBe(cellOf("Delete organization", 1));
    const tip = await screen.findByRole("tooltip");
    expect(tip.textContent).toContain("Agency does not give this to Admin.");
    expect(tip.textContent).toContain("Held by Owner (1 person).");
    expect(tip.textContent).toContain("Owner can give a role that holds it.");
    expect(document.activeElement?.getAttribute("aria-description")).toContain("Held by Owner");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("tooltip")).toBeNull());
    await user.keyboard("{Home}");
    expect(document.activeElement?.textContent).toBe("Delete organization");
  });

  test("a permission that the preset turns off says so", async () => {
    await show("owner", "permissions", "operations");
    await screen.findByRole("grid");
    cellOf("Delete an organization", 0).focus();
    expect((await screen.findByRole("tooltip")).textContent).toContain("turns this off for everybody");
  });

  test("a row tells who can do it and leads to them", async () => {
    const { user } = await show("owner");
    await user.click(await screen.findByRole("button", { name: "Invite team members" }));
    const dialog = await screen.findByRole("dialog", { name: "Invite team members" });
    const link = within(dialog).getByRole("link", { name: "2 people" });
    expect(link.getAttribute("href")).toBe(`/o/${idOf(100)}/team?role=admin`);
    expect(within(dialog).getByText("3 people in all")).toBeDefined();
  });

  test("the search and the differences of two roles narrow the rows and stay in the address", async () => {
    const { user } = await show("owner", "permissions?compare=owner,admin");
    await screen.findByRole("grid");
    expect(screen.queryByRole("row", { name: /Invite team members/ })).toBeNull();
    expect(screen.getByRole("row", { name: /Manage subscription/ })).toBeDefined();
    expect(screen.getAllByRole("columnheader").map((header) => header.textContent)).toEqual(
      expect.arrayContaining(["OwnerYou", "Admin"]),
    );
    await user.type(screen.getByRole("searchbox"), "nothing like it");
    await user.click(await screen.findByRole("button", { name: "Show all permissions" }));
    expect(address()).toBe("permissions");
  });
});

describe("one person", () => {
  test("is found by name, named by the address, and asked for in one call", async () => {
    const { user, bridge } = await show("owner");
    await user.click(await screen.findByRole("button", { name: "Look up a person" }));
    await user.click(await screen.findByRole("option", { name: /Dana/ }));
    await screen.findByRole("table", { name: "What Dana can do" });
    expect(address()).toBe(`permissions?person=${dana.id}`);
    expect(bridge.inputsOf("permission.checkMany")).toHaveLength(1);
    const row = screen.getByRole("row", { name: /Invite team members/ });
    expect(row.textContent).toContain("It takes Owner or Admin. Owner can give that role.");
    expect(screen.getByRole("row", { name: /View team members/ }).textContent).toContain("As Member.");
  });

  test("an unknown person is said to be one", async () => {
    await show("owner", `permissions?person=${idOf(9)}`, "agency", {
      "member.get": () => failed({ kind: "notFound", what: "member" }),
    });
    expect(await screen.findByText("This person could not be found")).toBeDefined();
  });
});
