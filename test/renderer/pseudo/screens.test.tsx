import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { DesktopState } from "#contract/desktop.ts";
import { runCommand } from "#renderer/app/commands/commands.ts";
import { Root } from "#renderer/app/Root.tsx";
import { english } from "#renderer/i18n/resources.ts";
import { pseudo, pseudoLocale } from "#renderer/i18n/pseudo.ts";
import { aPlan, dana as whitfield, northwind } from "#test/renderer/features/people/renderPeople.tsx";
import { fakeBridge } from "#test/support/fakeBridge.ts";
import { aDesktopState, idOf } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";
import { acme, dana, handlers, organization, pending, said } from "./answers.ts";
import { presetWords, stringsIn, untranslated } from "./untranslated.ts";

const data = [...presetWords, ...stringsIn(said), ...stringsIn(aDesktopState()), "none", "example.com", "UTC", "GMT"];
const inside = `/o/${organization.id}`;
const nobody: Partial<DesktopState> = { account: null };

async function show(at: string, state: Partial<DesktopState> = {}) {
  const view = await renderWithBridge(<Root />, fakeBridge(handlers, state), { at, language: pseudoLocale });
  await screen.findByRole("main");
  await waitFor(() => expect(document.querySelector("[aria-busy='true']")).toBeNull());
  return view;
}

test.each([
  ["overview", `${inside}/overview`],
  ["team", `${inside}/team`],
  ["a member's drawer", `${inside}/team/${dana.id}`],
  ["an invitation's drawer", `${inside}/team/invitation/${pending.id}`],
  ["invite dialog", `${inside}/team?invite`],
  ["nothing found", `${inside}/team?role=none`],
  ["permissions", `${inside}/permissions`],
  ["what a person can do", `${inside}/permissions?person=${dana.id}`],
  ["look-up", `${inside}/permissions?person=`],
  ["audit log", `${inside}/audit`],
  ["an event's drawer", `${inside}/audit/1`],
  ["settings", `${inside}/settings`],
  ["security log", `${inside}/settings/security`],
  ["workspaces", `${inside}/workspaces`],
  ["a workspace's drawer", `${inside}/workspaces/${acme.id}`],
  ["the dialog that creates a workspace", `${inside}/workspaces?create`],
  ["all organizations", "/organizations"],
  ["organizations deleted for good", "/organizations?status=deleted&role=ownerClass"],
  ["people", "/people"],
  ["people of one organization", `/people?organization=${northwind.id}&seen=before30&twoFactor=no`],
  ["a person's drawer", `/people?person=${whitfield.accountId}`],
  ["plans", "/people/plans"],
  ["a plan", `/people/plans/${aPlan().id}`],
  ["an organization of a plan", `/people/plans/${aPlan().id}/${northwind.id}`],
  ["account", "/account"],
  ["deleted organizations", "/account/deleted"],
  ["password and sessions", "/account/sign-in"],
  ["appearance", "/account/appearance"],
  ["offline data", "/account/offline"],
  ["own security log", "/account/security"],
  ["inbox", "/inbox"],
  ["no such place", `${inside}/nowhere`],
])("every text of %s passed through i18next", async (_, at) => {
  await show(at);
  expect(untranslated(document.body, data)).toEqual([]);
});

test.each([
  ["first run", "/", { ...nobody, server: null }],
  ["sign-in", "/sign-in", nobody],
  ["sign-up", "/sign-up", nobody],
  ["forgotten password", "/reset", nobody],
  ["invitation link", "/invitation", nobody],
  ["no answer", "/sign-in", { ...nobody, connection: "offline" }],
  ["starting", "/sign-in", { ...nobody, connection: "connecting" }],
  ["unlock", "/", { ...nobody, passphrase: "locked" }],
] as const)("every text of %s passed through i18next", async (_, at, state) => {
  await show(at, state);
  expect(untranslated(document.body, data)).toEqual([]);
});

test.each([
  ["removing a member", `${inside}/team/${dana.id}`, english.team.act.remove],
  ["deactivating a member", `${inside}/team/${dana.id}`, english.team.act.deactivate],
  ["removing a workspace", `${inside}/workspaces/${acme.id}`, english.workspaces.act.delete],
  ["deleting the organization", `${inside}/settings`, english.deletion.row.open],
  ["transferring the ownership", `${inside}/settings`, english.ownership.row.open],
  ["suspending a workspace", `${inside}/workspaces/${acme.id}`, english.workspaces.act.suspend],
])("every text of the decision on %s passed through i18next", async (_, at, button) => {
  const { user } = await show(at);
  const aside = screen.queryByRole("dialog");
  await user.click(await within(aside ?? document.body).findByRole("button", { name: pseudo(button) }));
  await waitFor(() => expect(document.querySelector("[aria-modal='true']")).not.toBeNull());
  expect(untranslated(document.body, data)).toEqual([]);
});

test.each(["add", "changeRole", "remove", "deactivate"] as const)(
  "every text of a plan being made (%s) passed through i18next",
  async (kind) => {
    const { user } = await show("/people");
    for (const box of screen.getAllByRole("checkbox").slice(1)) await user.click(box);
    await user.click(screen.getByRole("button", { name: pseudo(english.people.act[kind]) }));
    await screen.findAllByRole("combobox").catch(() => []);
    expect(untranslated(document.body, data)).toEqual([]);
  },
);

test.each(["createOrganization", "palette", "shortcuts", "switch"])(
  "every text behind the command %s passed through i18next",
  async (command) => {
    await show(`${inside}/overview`);
    act(() => runCommand(command));
    await screen.findAllByRole(command === "switch" ? "listbox" : "dialog");
    expect(untranslated(document.body, data)).toEqual([]);
  },
);

test.each([
  ["offline", { connection: "offline" }],
  ["with an older server", { versionGap: { older: "server", serverVersion: "0.0.9" } }],
  ["of an older desktop", { versionGap: { older: "desktop", serverVersion: null } }],
  ["collapsed", { preferences: { ...aDesktopState().preferences, sidebar: "icons" } }],
] as const)("every text of the frame, %s, passed through i18next", async (_, state) => {
  await show(`${inside}/team`, state);
  expect(untranslated(document.body, data)).toEqual([]);
});

test("the test itself finds a plain text", () => {
  document.body.append(Object.assign(document.createElement("p"), { textContent: "Plain", id: idOf(9) }));
  expect(untranslated(document.body, data)).toEqual(["Plain"]);
  document.querySelector("p")?.remove();
});
