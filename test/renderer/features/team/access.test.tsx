import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aWorkspace, aWorkspaceAccess, idOf, noDetails, pageWith } from "#test/support/fixtures.ts";
import { dana, renderTeam } from "./renderTeam.tsx";

const acme = aWorkspace();
const globex = aWorkspace({ id: idOf(4002), name: "Globex", slug: "globex" });
const named = ({ id, name, status }: typeof acme) => ({ id, name, status });
const before = aWorkspaceAccess({ scope: "all", since: 5, workspaces: [acme, globex].map(named), total: 2 });
const after = aWorkspaceAccess({ scope: "chosen", workspaceIds: [globex.id], workspaces: [named(globex)], total: 1 });

const handlers = {
  "workspace.list": () => pageWith([acme, globex]),
  "member.get": () => ({ member: dana, shared: [], workspaceAccess: before, ...noDetails }),
  "member.setWorkspaceAccess": () => after,
};

test("a member's drawer names the rule and what it comes to, and changes it with Undo", async () => {
  const { user, bridge } = await renderTeam({ handlers, at: `/${dana.id}` });
  const drawer = await screen.findByRole("dialog", { name: "Member" });
  expect(await within(drawer).findByText("All current brands")).toBeDefined();
  expect(within(drawer).getByRole("link", { name: "Globex" })).toBeDefined();
  await user.click(within(drawer).getByRole("button", { name: "Change access" }));
  const dialog = await screen.findByRole("dialog", { name: /^Change which brands Dana Whitfield can use/ });
  const save = () => within(dialog).getByRole("button", { name: "Save access" });
  expect(save().getAttribute("aria-description")).toBe("Nothing is changed yet.");
  await user.click(within(dialog).getByRole("radio", { name: "Chosen brands" }));
  expect(save().getAttribute("aria-description")).toBe("Choose at least one of the brands.");
  await user.click(await within(dialog).findByRole("checkbox", { name: "Globex" }));
  await user.click(within(dialog).getByRole("checkbox", { name: "Also brands created later" }));
  await waitFor(() => expect(save()).toHaveProperty("disabled", false));
  await user.click(save());
  expect(await screen.findByText("Dana Whitfield can now use 1 brand")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  const of = { organizationId: idOf(100), memberId: dana.id };
  await waitFor(() =>
    expect(bridge.inputsOf("member.setWorkspaceAccess")).toEqual([
      { ...of, scope: "chosen", workspaceIds: [globex.id], future: true },
      { ...of, scope: "all", workspaceIds: [], future: false, since: 5 },
    ]),
  );
});

test("an invitation carries the rule, for roles that do not see all", async () => {
  const { user, bridge } = await renderTeam({
    at: "?invite",
    handlers: {
      ...handlers,
      "invitation.send": () => ({ outcomes: [], seatsFree: null }),
    },
  });
  const dialog = await screen.findByRole("dialog", { name: /^Invite people/ });
  await user.type(within(dialog).getByRole("textbox", { name: /addresses/ }), "gwen@example.com");
  await user.click(within(dialog).getByRole("radio", { name: "Admin" }));
  expect(within(dialog).queryByRole("radiogroup", { name: "Access to brands" })).toBeNull();
  await user.click(within(dialog).getByRole("radio", { name: "Member" }));
  await user.click(within(dialog).getByRole("radio", { name: "Chosen brands" }));
  await user.click(await within(dialog).findByRole("checkbox", { name: "Acme Foods" }));
  await user.click(within(dialog).getByRole("button", { name: "Invite 1 person" }));
  await waitFor(() =>
    expect(bridge.inputsOf("invitation.send")).toMatchObject([
      { role: "member", workspaceAccess: { scope: "chosen", workspaceIds: [acme.id], future: false } },
    ]),
  );
});
