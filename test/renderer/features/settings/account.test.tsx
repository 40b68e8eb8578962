import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { failed } from "#contract/answer.ts";
import type { Session } from "#contract/entities/account.ts";
import { aDesktopState, anAccount, idOf } from "#test/support/fixtures.ts";
import { renderAccountSettings } from "./renderSettings.tsx";

const session = (change: Partial<Session> = {}): Session => ({
  id: idOf(5001),
  client: "desktop",
  userAgent: "Orgdesk",
  address: "127.0.0.1",
  createdAt: "2026-11-01T09:00:00.000Z",
  lastUsedAt: "2026-11-01T09:00:00.000Z",
  current: true,
  ...change,
});
const other = session({ id: idOf(5002), address: "192.0.2.7", current: false });
const listed = { "session.list": () => ({ items: [other, session()] }) };

test("only what changed of the profile is sent", async () => {
  const { bridge, user } = await renderAccountSettings({ "me.update": ({ name }) => anAccount({ name: name ?? "" }) });
  const name = screen.getByLabelText("Name");
  expect(screen.getByRole("button", { name: "Save profile" }).getAttribute("aria-disabled")).toBe("true");
  await user.clear(name);
  await user.type(name, "Ada Lovelace{Enter}");
  expect(await screen.findByText("Others now see you as Ada Lovelace")).toBeDefined();
  expect(bridge.inputsOf("me.update")).toEqual([{ name: "Ada Lovelace" }]);
});

test("a name that is typed on while it is saved stays as it was typed", async () => {
  let answer = (): void => undefined;
  const { user } = await renderAccountSettings({
    "me.update": async ({ name }) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return anAccount({ name: name ?? "" });
    },
  });
  const name = screen.getByLabelText("Name");
  await user.clear(name);
  await user.type(name, "Ada{Enter}");
  await user.type(name, " Lovelace");
  answer();
  expect(await screen.findByText("Others now see you as Ada")).toBeDefined();
  expect(name).toHaveProperty("value", "Ada Lovelace");
});

test("the password changes, and how many other sessions ended is said", async () => {
  const { bridge, user } = await renderAccountSettings(
    { ...listed, "me.changePassword": () => ({ endedSessions: 2 }) },
    "/account/sign-in",
  );
  expect(screen.getByText(/ends every other session/)).toBeDefined();
  await user.type(screen.getByLabelText("Current password"), "old secret words");
  await user.type(screen.getByLabelText("New password"), "harbour lantern orchid{Enter}");
  expect(await screen.findByText("Your password is changed, and 2 other sessions have ended")).toBeDefined();
  expect(bridge.inputsOf("me.changePassword")).toEqual([
    { currentPassword: "old secret words", newPassword: "harbour lantern orchid" },
  ]);
  expect(screen.getByLabelText("Current password")).toHaveProperty("value", "");
});

test("a wrong current password is said beside it", async () => {
  const { user } = await renderAccountSettings(
    { ...listed, "me.changePassword": () => failed({ kind: "unauthenticated", reason: "badCredentials" }) },
    "/account/sign-in",
  );
  await user.type(screen.getByLabelText("Current password"), "old");
  await user.type(screen.getByLabelText("New password"), "harbour lantern orchid{Enter}");
  expect(await screen.findByText("This is not your current password.")).toBeDefined();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Current password")));
});

test("this session stands first and is marked; another can be ended", async () => {
  const { bridge, user } = await renderAccountSettings(
    { ...listed, "session.revoke": () => ({ ended: 1 }) },
    "/account/sign-in",
  );
  const rows = await screen.findAllByRole("listitem");
  expect(within(rows[0] ?? document.body).getByText("This session")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "End the session at 192.0.2.7" }));
  expect(await screen.findByText("The session at 192.0.2.7 has ended")).toBeDefined();
  expect(bridge.inputsOf("session.revoke")).toEqual([{ sessionId: other.id }]);
});

test("signing out everywhere asks first", async () => {
  const { bridge, user } = await renderAccountSettings(
    { ...listed, "session.signOut": () => aDesktopState({ account: null }) },
    "/account/sign-in",
  );
  await screen.findAllByRole("listitem");
  await user.click(screen.getByRole("button", { name: "Sign out everywhere" }));
  const dialog = await screen.findByRole("dialog", { name: "Sign out everywhere" });
  expect(dialog.textContent).toContain("2 sessions end, this one included");
  await user.click(within(dialog).getByRole("button", { name: "Sign out everywhere" }));
  await waitFor(() => expect(bridge.inputsOf("session.signOut")).toEqual([{ everywhere: true }]));
});

test("theme and density are remembered at once", async () => {
  const { bridge, user } = await renderAccountSettings({}, "/account/appearance");
  await user.click(screen.getByRole("radio", { name: "Dark" }));
  await user.click(screen.getByRole("radio", { name: "Compact" }));
  expect(bridge.inputsOf("desktop.savePreferences")).toEqual([{ theme: "dark" }, { density: "compact" }]);
});

test("offline, what needs the server is disabled with the reason", async () => {
  const { bridge } = await renderAccountSettings(listed, "/account/sign-in");
  await screen.findAllByRole("listitem");
  bridge.pushState({ connection: "offline" });
  await waitFor(() =>
    expect(screen.getByRole("button", { name: "Change password" }).getAttribute("aria-description")).toContain(
      "You are offline",
    ),
  );
});
