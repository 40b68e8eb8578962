import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
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
  await renderWorkspaces({ organization: { preset: "campaigns", me: { memberId: idOf(1001), role: "superAdmin" } } });
  expect(await screen.findByRole("heading", { level: 1, name: "Workspaces" })).toBeDefined();
  expect(screen.getByRole("button", { name: "Create workspace" })).toBeDefined();
});

test("creating leaves a short name that nobody typed to the server", async () => {
  const { user, bridge } = await renderWorkspaces();
  await user.click(await screen.findByRole("button", { name: "Create brand" }));
  const dialog = await screen.findByRole("dialog", { name: "Create a brand" });
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

test("suspending asks for a reason, says whom it touches, and can be undone", async () => {
  const { user, bridge } = await renderWorkspaces();
  await rowAction(user, "Acme Foods", "Suspend");
  const dialog = await screen.findByRole("dialog", { name: "Suspend Acme Foods" });
  expect(within(dialog).getByText("2 people lose access until then")).toBeDefined();
  await user.type(within(dialog).getByRole("textbox", { name: "Reason" }), "Unpaid");
  await user.click(within(dialog).getByRole("button", { name: "Suspend" }));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(bridge.inputsOf("workspace.reactivate")).toHaveLength(1));
  expect(bridge.inputsOf("workspace.suspend")).toEqual([
    { organizationId: idOf(100), workspaceId: acme.id, reason: "Unpaid" },
  ]);
});

test("archiving is done at once and undone by restoring", async () => {
  const { user, bridge } = await renderWorkspaces();
  await rowAction(user, "Globex", "Archive");
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() =>
    expect(bridge.inputsOf("workspace.restore")).toEqual([{ organizationId: idOf(100), workspaceId: globex.id }]),
  );
});

test("deleting shows its impact and wants the name typed", async () => {
  const { user, bridge } = await renderWorkspaces();
  await rowAction(user, "Acme Foods", "Delete");
  const dialog = await screen.findByRole("dialog", { name: "Delete Acme Foods" });
  expect(within(dialog).getByText("2 people lose access for good")).toBeDefined();
  const confirm = within(dialog).getByRole("button", { name: "Delete for good" });
  expect(confirm).toHaveProperty("disabled", true);
  await user.type(within(dialog).getByRole("textbox"), "Acme Foods");
  await user.click(confirm);
  expect(await screen.findByText("Acme Foods is deleted for good")).toBeDefined();
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
    organization: { me: { memberId: idOf(1001), role: "member" } },
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
  await renderWorkspaces({ handlers, organization: { me: { memberId: idOf(1001), role: "member" } } });
  expect(await screen.findByText(/^No brands are assigned to you yet/)).toBeDefined();
});
