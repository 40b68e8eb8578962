import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import type { ChangePreview } from "#contract/entities/change.ts";
import { aChangePreview, aPersonChange } from "#test/support/changes.ts";
import { idOf, pageWith } from "#test/support/fixtures.ts";
import { acme, globex, renderWorkspaces } from "./renderWorkspaces.tsx";

const rowOf = async (name: string) => screen.findByRole("row", { name: new RegExp(name) });

async function rowAction(user: UserEvent, name: string, action: string) {
  await user.click(within(await rowOf(name)).getByRole("button", { name: /^Actions for this row/ }));
  await user.click(await screen.findByRole("menuitem", { name: action }));
}

test("the preset's noun names the list, and each row says status and people", async () => {
  await renderWorkspaces();
  expect(await screen.findByRole("heading", { level: 1, name: "Brands" })).toBeDefined();
  expect((await rowOf("Acme Foods")).textContent).toMatch(/Active.*2/);
  expect((await rowOf("Globex")).textContent).toContain("Suspended");
});

test("under another preset they are workspaces", async () => {
  await renderWorkspaces({
    organization: { preset: "campaigns", me: { memberId: idOf(1001), role: "superAdmin", ends: false } },
  });
  expect(await screen.findByRole("heading", { level: 1, name: "Workspaces" })).toBeDefined();
  expect(screen.getByRole("button", { name: "Create workspace" })).toBeDefined();
});

test("an owner reads what to begin with, also where nothing can be changed now", async () => {
  await renderWorkspaces({
    handlers: { "workspace.list": () => pageWith([]) },
    organization: { purgeAt: "2026-12-22T10:00:00.000Z" },
  });
  expect(await screen.findByText("Create the first brand, then choose who can use it.")).toBeDefined();
});

test("a brand that is not answered about keeps its name", async () => {
  await renderWorkspaces({ at: `/${acme.id}`, handlers: { "workspace.get": () => failed({ kind: "internal" }) } });
  const drawer = await screen.findByRole("dialog", { name: "Brand" });
  expect(await within(drawer).findByText("This brand could not be loaded")).toBeDefined();
  expect(within(drawer).getByText("Acme Foods")).toBeDefined();
});

test("creating says who can use it at once, and leaves a short name that nobody typed to the server", async () => {
  const { user, bridge } = await renderWorkspaces({
    handlers: { "change.preview": () => moving({ from: null, to: "active" }) },
  });
  await user.click(await screen.findByRole("button", { name: "Create brand" }));
  const dialog = await screen.findByRole("dialog", { name: "Create a brand" });
  expect(await within(dialog).findByText("12 people can then use it")).toBeDefined();
  await user.click(within(dialog).getByRole("button", { name: "Create brand" }));
  expect(await within(dialog).findByText("Give the brand a name.")).toBeDefined();
  await user.type(within(dialog).getByRole("textbox", { name: "Name" }), "Initech Coffee");
  expect(within(dialog).getByRole("textbox", { name: "Short name" })).toHaveProperty("value", "initech-coffee");
  await user.click(within(dialog).getByRole("button", { name: "Create brand" }));
  expect(await screen.findByText("Initech Coffee is ready to use")).toBeDefined();
  expect(bridge.inputsOf("workspace.create")).toEqual([
    { organizationId: idOf(100), name: "Initech Coffee", description: "" },
  ]);
});

test("a short name that is taken is said beside its field", async () => {
  const { user } = await renderWorkspaces({
    at: "?create",
    handlers: { "workspace.create": () => failed({ kind: "conflict", code: "slugTaken" }) },
  });
  const dialog = await screen.findByRole("dialog", { name: "Create a brand" });
  await user.type(within(dialog).getByRole("textbox", { name: "Name" }), "Acme Foods");
  await user.click(within(dialog).getByRole("button", { name: "Create brand" }));
  expect(await within(dialog).findByText("Another brand here uses this short name.")).toBeDefined();
});

test("an edit sends what differs alone", async () => {
  const { user, bridge } = await renderWorkspaces();
  await rowAction(user, "Acme Foods", "Edit");
  const dialog = await screen.findByRole("dialog", { name: "Edit Acme Foods" });
  const save = () => within(dialog).getByRole("button", { name: "Save changes" });
  expect(save().getAttribute("aria-description")).toBe("Nothing has changed yet.");
  await user.type(within(dialog).getByRole("textbox", { name: "Name" }), " Inc.");
  await user.click(save());
  await waitFor(() =>
    expect(bridge.inputsOf("workspace.update")).toEqual([
      { organizationId: idOf(100), workspaceId: acme.id, name: "Acme Foods Inc." },
    ]),
  );
});

type Move = ChangePreview["workspaces"][number];

/** What a preview says of a brand and of those who reach it; the first of them by name. */
const moving = (move: Pick<Move, "from" | "to">, total = 12, basis = "a".repeat(64)): ChangePreview => {
  const loses = move.to !== "active";
  const brand = [{ id: acme.id, name: acme.name }];
  return aChangePreview({
    basis,
    workspaces: [{ id: acme.id, name: acme.name, peopleBefore: loses ? total : 0, peopleAfter: 0, ...move }],
    peopleTotal: total,
    people: ["Dana", "Eli"].map((name, index) =>
      aPersonChange({
        memberId: idOf(1002 + index),
        name,
        ...(loses
          ? { workspacesLost: brand, workspacesLostTotal: 1 }
          : { workspacesGained: brand, workspacesGainedTotal: 1 }),
      }),
    ),
  });
};

const basesOf = (bridge: Awaited<ReturnType<typeof renderWorkspaces>>["bridge"], name: string) =>
  bridge.calls.filter((call) => call.name === name).map((call) => call.basis);

const verb = async (dialog: HTMLElement, name: string) => {
  const button = await within(dialog).findByRole("button", { name });
  await waitFor(() => expect(button).toHaveProperty("disabled", false));
  return button;
};

test("suspending asks for a reason, says whom it touches, and can be undone", async () => {
  const { user, bridge } = await renderWorkspaces({
    handlers: { "change.preview": () => moving({ from: "active", to: "suspended" }) },
  });
  await rowAction(user, "Acme Foods", "Suspend");
  const dialog = await screen.findByRole("dialog", { name: "Suspend Acme Foods" });
  expect(await within(dialog).findByText("Acme Foods: active → suspended")).toBeDefined();
  expect(within(dialog).getByText("12 people can no longer use it")).toBeDefined();
  await user.click(within(dialog).getByRole("button", { name: "12 people by name" }));
  expect(within(dialog).getByText("and 10 more people")).toBeDefined();
  await user.type(within(dialog).getByRole("textbox", { name: "Reason" }), "Unpaid");
  await user.click(await verb(dialog, "Suspend"));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(bridge.inputsOf("workspace.reactivate")).toHaveLength(1));
  expect(bridge.inputsOf("workspace.suspend")).toEqual([
    { organizationId: idOf(100), workspaceId: acme.id, reason: "Unpaid" },
  ]);
  expect(basesOf(bridge, "workspace.suspend")).toEqual(["a".repeat(64)]);
  expect(bridge.inputsOf("change.preview")).toEqual([
    {
      organizationId: idOf(100),
      change: { operation: "workspace.suspend", input: { workspaceId: acme.id } },
    },
  ]);
});

test("reactivating says who gets it back and why it was taken, and few are named", async () => {
  const { user, bridge } = await renderWorkspaces({
    handlers: { "change.preview": () => moving({ from: "suspended", to: "active" }, 2) },
  });
  await rowAction(user, "Globex", "Reactivate");
  const dialog = await screen.findByRole("dialog", { name: "Reactivate Globex" });
  expect(within(dialog).getByText("It was suspended because: Unpaid")).toBeDefined();
  expect(await within(dialog).findByText("Dana and Eli can then use it")).toBeDefined();
  await user.click(await verb(dialog, "Reactivate"));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() =>
    expect(bridge.inputsOf("workspace.suspend")).toEqual([
      { organizationId: idOf(100), workspaceId: globex.id, reason: "Unpaid" },
    ]),
  );
});

test("when who can use it has moved, the new preview shows and its basis counts", async () => {
  let refused = false;
  const { user, bridge } = await renderWorkspaces({
    handlers: {
      "change.preview": () =>
        moving({ from: "active", to: "archived" }, refused ? 13 : 12, (refused ? "b" : "a").repeat(64)),
      "workspace.archive": () => {
        if (refused) return { ...acme, status: "archived" as const };
        refused = true;
        return failed({ kind: "conflict", code: "stateMoved" });
      },
    },
  });
  await rowAction(user, "Acme Foods", "Archive");
  const dialog = await screen.findByRole("dialog", { name: "Archive Acme Foods" });
  await user.click(await verb(dialog, "Archive"));
  expect(await within(dialog).findByText("13 people can no longer use it")).toBeDefined();
  await user.click(await verb(dialog, "Archive"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(basesOf(bridge, "workspace.archive")).toEqual(["a".repeat(64), "b".repeat(64)]);
});

test("archiving is undone by restoring", async () => {
  const { user, bridge } = await renderWorkspaces();
  await rowAction(user, "Globex", "Archive");
  const dialog = await screen.findByRole("dialog", { name: "Archive Globex" });
  await user.click(await verb(dialog, "Archive"));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() =>
    expect(bridge.inputsOf("workspace.restore")).toEqual([{ organizationId: idOf(100), workspaceId: globex.id }]),
  );
});

test("deleting shows its impact and wants the name typed", async () => {
  const { user, bridge } = await renderWorkspaces({
    handlers: { "change.preview": () => moving({ from: "active", to: null }) },
  });
  await rowAction(user, "Acme Foods", "Delete");
  const dialog = await screen.findByRole("dialog", { name: "Delete Acme Foods" });
  expect(await within(dialog).findByText("Acme Foods: active → deleted for good")).toBeDefined();
  expect(within(dialog).getByText("12 people can no longer use it")).toBeDefined();
  const confirm = within(dialog).getByRole("button", { name: "Delete for good" });
  expect(confirm).toHaveProperty("disabled", true);
  await user.type(within(dialog).getByRole("textbox"), "Acme Foods");
  await user.click(confirm);
  expect(await screen.findByText("Acme Foods is deleted for good")).toBeDefined();
  expect(basesOf(bridge, "workspace.delete")).toEqual(["a".repeat(64)]);
  expect(bridge.inputsOf("workspace.delete")).toEqual([{ organizationId: idOf(100), workspaceId: acme.id }]);
});

test("the drawer shows where it stands, why, and who can use it through what", async () => {
  await renderWorkspaces({ at: `/${globex.id}` });
  const drawer = await screen.findByRole("dialog", { name: "Brand" });
  expect(await within(drawer).findByText("Unpaid")).toBeDefined();
  expect(await within(drawer).findByText("By role")).toBeDefined();
  expect(within(drawer).getByRole("button", { name: "Reactivate" })).toBeDefined();
  expect(within(drawer).queryByRole("button", { name: "Suspend" })).toBeNull();
});

test("a member reads: what they may not do says why, and archived ones are not offered", async () => {
  const { user, bridge } = await renderWorkspaces({
    organization: { me: { memberId: idOf(1001), role: "member", ends: false } },
    at: "?create",
  });
  const create = await screen.findByRole("button", { name: "Create brand" });
  expect(create.getAttribute("aria-description")).toMatch(/Your role, Member, cannot/);
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.queryByRole("button", { name: "Status" })).toBeNull();
  await rowAction(user, "Acme Foods", "Archive");
  expect(bridge.inputsOf("workspace.archive")).toEqual([]);
});

test("an empty list says what to do, to each according to their role", async () => {
  const handlers = { "workspace.list": () => pageWith([]) };
  const { unmount } = await renderWorkspaces({ handlers });
  expect(await screen.findByText("Create the first brand, then choose who can use it.")).toBeDefined();
  unmount();
  await renderWorkspaces({ handlers, organization: { me: { memberId: idOf(1001), role: "member", ends: false } } });
  expect(await screen.findByText(/^No brands are assigned to you yet/)).toBeDefined();
});
