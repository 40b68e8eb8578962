import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Transition } from "#contract/entities/change.ts";
import type { PermissionMatrix } from "#contract/entities/permission.ts";
import type { CustomRole } from "#contract/entities/role.ts";
import { matrixOf } from "#domain/policy/matrix.ts";
import { isCustom, policyOf } from "#domain/policy/policy.ts";
import { address, renderSection } from "#test/renderer/features/renderSection.tsx";
import { failed } from "#contract/answer.ts";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { aChangePreview } from "#test/support/changes.ts";
import { anOrganization, idOf } from "#test/support/fixtures.ts";

const lead: CustomRole = {
  key: idOf(500),
  name: "Brand lead",
  description: "Runs brands",
  rank: 15,
  permissions: ["organization.view", "member.view", "report.run"],
};
const keeper: CustomRole = {
  ...lead,
  key: idOf(501),
  name: "Keeper",
  rank: 20,
  permissions: ["role.manage", "member.view"],
};

function matrix(customRoles: readonly CustomRole[], myRole: string): PermissionMatrix {
  const policy = policyOf("agency", { customRoles });
  const { roles, sections } = matrixOf(policy);
  const columns = roles.map((role) => ({ ...role, custom: isCustom(policy, role.key), members: 12 }));
  return { preset: "agency", presetVersion: 1, presetName: "Agency", roles: columns, sections, myRole };
}

async function show(rest: string, role = "owner", handlers: Handlers = {}) {
  const customRoles = [lead, keeper];
  const organization = anOrganization({ customRoles, me: { memberId: idOf(1001), role, ends: false } });
  const bridge = fakeBridge({
    "permission.matrix": () => matrix(customRoles, role),
    "role.update": ({ permissions = [] }) => ({ ...lead, permissions }),
    "role.create": ({ name }) => ({ ...lead, key: idOf(502), name }),
    "permission.explain": () => failed({ kind: "internal" }),
    "change.preview": () => aChangePreview({ transitions: [alike], peopleTotal: 12 }),
    ...handlers,
  });
  await renderSection(organization, bridge, rest);
  await screen.findByRole("grid");
  return { bridge, user: userEvent.setup() };
}

/** What an edit does to the 12 people who have the role. */
const alike: Transition = {
  from: lead.key,
  to: lead.key,
  statusFrom: "active",
  statusTo: "active",
  people: 12,
  gained: ["billing.view"],
  lost: ["member.view"],
};

/** The verb of a decision once its preview is there. */
async function decide(dialog: HTMLElement, name: string): Promise<HTMLElement> {
  const verb = within(dialog).getByRole<HTMLButtonElement>("button", { name });
  await waitFor(() => expect(verb.disabled).toBe(false));
  return verb;
}

const cell = (permission: string, role = "Brand lead") =>
  screen.getByRole<HTMLInputElement>("checkbox", { name: `${role}: ${permission}` });
const described = (element: HTMLElement) => element.getAttribute("aria-description");
const bar = () => screen.getByRole("region", { name: "Unsaved role" });

test("cells are toggled by mouse and keyboard, and the difference is told before saving", async () => {
  const { bridge, user } = await show(`permissions?edit=${lead.key}`);
  expect(cell("View team members").checked).toBe(true);
  expect(cell("Generate reports").indeterminate).toBe(true);
  await user.click(cell("View billing information"));
  cell("View team members").focus();
  await user.keyboard("{Enter}");
  expect(bar().textContent).toContain("Gains 1 permission and loses 1 permission. It affects 12 people.");
  await user.click(within(bar()).getByRole("button", { name: "Save role" }));
  const dialog = await screen.findByRole("dialog", { name: "Change Brand lead for 12 people" });
  expect(await within(dialog).findByText("12 people who are Brand lead")).toBeDefined();
  expect(bridge.inputsOf("role.update")).toEqual([]);
  await user.click(await decide(dialog, "Save role"));
  expect(bridge.calls.filter(({ name }) => name === "role.update")).toMatchObject([{ basis: aChangePreview().basis }]);
  expect(bridge.inputsOf("role.update")).toEqual([
    {
      organizationId: idOf(100),
      role: lead.key,
      permissions: ["billing.view", "organization.view", "report.run"],
      was: { name: lead.name, description: lead.description, rank: 15, permissions: lead.permissions },
    },
  ]);
  await waitFor(() => expect(address()).toBe("permissions"));
});

test("what nobody may give, or the editor lacks, says why and does not change", async () => {
  const { user } = await show(`permissions?edit=${lead.key}`, keeper.key);
  expect(described(cell("Transfer ownership"))).toMatch(/Only owners hold this/);
  expect(described(cell("View billing information"))).toMatch(/Your role, Keeper, cannot/);
  await user.click(cell("View billing information"));
  expect(cell("View billing information").checked).toBe(false);
});

test("an address leads nobody to saving a role that they may not make", async () => {
  const { user } = await show("permissions?edit=new", "member");
  await user.type(screen.getByRole("textbox", { name: "Name" }), "Mine");
  const create = within(bar()).getByRole("button", { name: "Create role" });
  expect(create.getAttribute("aria-disabled")).toBe("true");
  expect(described(create)).toMatch(/Your role, Member, cannot/);
});

test("an address of a role that is gone has a way back", async () => {
  const organization = anOrganization({ customRoles: [] });
  await renderSection(
    organization,
    fakeBridge({ "permission.matrix": () => matrix([], "owner") }),
    `permissions?edit=${lead.key}`,
  );
  await screen.findByText("This role does not exist any more.");
  await userEvent.click(screen.getByRole("button", { name: "Close" }));
  await screen.findByRole("grid");
  expect(address()).toBe("permissions");
});

test("a copy starts from a role under another name, and needs one that is free", async () => {
  const { bridge, user } = await show("permissions?edit=copy:admin");
  const name = screen.getByRole<HTMLInputElement>("textbox", { name: "Name" });
  expect(name.value).toBe("Admin copy");
  await user.clear(name);
  await user.type(name, "admin");
  await user.click(within(bar()).getByRole("button", { name: "Create role" }));
  screen.getByText("Another role has this name.");
  await user.type(name, " of brands");
  await user.click(within(bar()).getByRole("button", { name: "Create role" }));
  expect(bridge.inputsOf("role.create")).toMatchObject([{ name: "admin of brands", rank: 20, from: "admin" }]);
});

test.each(["Create role", "Discard"])(
  "%s leaves no edits behind, and says of none that they are kept",
  async (verb) => {
    const { user } = await show("permissions?edit=new");
    await user.type(screen.getByRole("textbox", { name: "Name" }), "Client lead");
    await user.click(screen.getByRole("button", { name: verb }));
    await waitFor(() => expect(address()).toBe("permissions"));
    expect(screen.queryByText(/are kept/)).toBeNull();
  },
);

test("a role that somebody changed meanwhile is not overwritten", async () => {
  const { user } = await show(`permissions?edit=${lead.key}`, "owner", {
    "role.update": () => failed({ kind: "conflict", code: "stateMoved" }),
  });
  await user.click(cell("View billing information"));
  await user.click(within(bar()).getByRole("button", { name: "Save role" }));
  await user.click(await decide(await screen.findByRole("dialog"), "Save role"));
  expect((await screen.findByRole("alert")).textContent).toContain("Someone changed this in the meantime.");
  await user.click(within(bar()).getByRole("button", { name: "Discard" }));
  expect(address()).toBe("permissions");
});

test("deleting asks which role its people get", async () => {
  const { bridge, user } = await show("permissions", "owner", {
    "role.listUse": () => ({
      items: [{ role: lead.key, active: 2, deactivated: 1, removed: 0, invitations: 1 }],
    }),
    "role.delete": () => ({ role: lead, moved: { active: 2, deactivated: 1, removed: 0, invitations: 1 } }),
    "change.preview": () => failed({ kind: "internal" }),
  });
  await user.click(screen.getByRole("button", { name: "Actions for Brand lead" }));
  await user.click(await screen.findByRole("menuitem", { name: "Delete role" }));
  const dialog = await screen.findByRole("dialog", { name: "Delete Brand lead" });
  await within(dialog).findByText("3 people move.");
  const confirm = within(dialog).getByRole<HTMLButtonElement>("button", { name: "Delete role" });
  await waitFor(() => expect(confirm.disabled).toBe(false));
  await user.click(confirm);
  expect(bridge.inputsOf("role.delete")).toEqual([{ organizationId: idOf(100), role: lead.key, reassignTo: "member" }]);
  await screen.findByText("Brand lead is deleted");
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

test("a deleted role that nobody had is made again by Undo", async () => {
  const { key: _, ...fields } = lead;
  const { bridge, user } = await show("permissions", "owner", {
    "role.listUse": () => ({ items: [] }),
    "role.delete": () => ({ role: lead, moved: { active: 0, deactivated: 0, removed: 0, invitations: 0 } }),
    "role.create": () => lead,
  });
  await user.click(screen.getByRole("button", { name: "Actions for Brand lead" }));
  await user.click(await screen.findByRole("menuitem", { name: "Delete role" }));
  const dialog = await screen.findByRole("dialog", { name: "Delete Brand lead" });
  const confirm = within(dialog).getByRole<HTMLButtonElement>("button", { name: "Delete role" });
  await waitFor(() => expect(confirm.disabled).toBe(false));
  await user.click(confirm);
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByText("Brand lead is as before")).toBeDefined();
  expect(bridge.inputsOf("role.create")).toEqual([{ organizationId: idOf(100), ...fields }]);
});

test("whoever may not manage roles sees why", async () => {
  await show("permissions", "admin");
  expect(screen.getByRole("button", { name: "New role" }).getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByRole("button", { name: "Switch preset" }).getAttribute("aria-disabled")).toBe("true");
});

test("a cell that its editor may not turn on explains itself by keyboard", async () => {
  const { bridge, user } = await show(`permissions?edit=${lead.key}`, keeper.key);
  const refused = cell("View billing information");
  expect(refused.getAttribute("aria-disabled")).toBe("true");
  refused.focus();
  await user.keyboard("{Enter}");
  const why = await screen.findByRole("dialog");
  expect(within(why).getByRole("heading", { name: "Why can't I?" })).toBeDefined();
  expect(bridge.inputsOf("permission.explain")).toMatchObject([
    { question: { kind: "createRole", shape: { permissions: ["billing.view"] } } },
  ]);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(refused));
  expect(refused.checked).toBe(false);
});
