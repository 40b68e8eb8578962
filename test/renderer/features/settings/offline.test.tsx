import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { OfflineData } from "#contract/entities/offline.ts";
import { aDesktopState, anOrganization, idOf, pageWith } from "#test/support/fixtures.ts";
import { renderAccountSettings } from "./renderSettings.tsx";

const acme = anOrganization({ id: idOf(101), name: "Acme" });
const globex = anOrganization({ id: idOf(102), name: "Globex" });
const stored = { revision: 4211, asOf: new Date().toISOString(), rows: 1204, events: 800, size: 1_250_000 };
const start: OfflineData = {
  kept: "disk",
  choice: { organizationIds: null, days: 90, events: 50_000 },
  organizations: [
    { id: acme.id, ...stored },
    { id: globex.id, ...stored, size: 4_000 },
  ],
  hindered: [],
};

async function show(state: Parameters<typeof renderAccountSettings>[2] = {}) {
  let data = start;
  return await renderAccountSettings(
    {
      "organization.list": () => pageWith([acme, globex]),
      "offline.get": () => data,
      "offline.choose": (choice) => (data = { ...data, choice }),
      "offline.remove": () => (data = { ...data, organizations: [], choice: { ...data.choice, organizationIds: [] } }),
      "passphrase.set": () => aDesktopState({ passphrase: "open" }),
    },
    "/account/offline",
    state,
  );
}

test("what is stored is told, and every choice holds at once", async () => {
  const { user, bridge } = await show();
  expect(await screen.findByText("1.3 MB of 2 organizations")).toBeDefined();
  expect(screen.getByText(/^1,204 people, invitations and workspaces, 800 events, 1\.\d+ MB$/)).toBeDefined();
  expect(screen.queryByText("Passphrase")).toBeNull();
  await user.click(screen.getByRole("radio", { name: "Chosen" }));
  await waitFor(() => expect(bridge.inputsOf("offline.choose")).toHaveLength(1));
  expect(bridge.inputsOf("offline.choose")).toMatchObject([{ organizationIds: [acme.id, globex.id], days: 90 }]);
  await user.click(screen.getByRole("combobox", { name: "Audit log" }));
  await user.click(await screen.findByRole("option", { name: "365 days" }));
  await waitFor(() => expect(bridge.inputsOf("offline.choose").at(-1)).toMatchObject({ days: 365 }));
});

test("a choice made before the one before it is saved keeps that one", async () => {
  const { user, bridge } = await renderAccountSettings(
    {
      "organization.list": () => pageWith([acme, globex]),
      "offline.get": () => start,
      "offline.choose": (choice) => ({ ...start, choice }),
    },
    "/account/offline",
  );
  await user.click(await screen.findByRole("combobox", { name: "Audit log" }));
  await user.click(await screen.findByRole("option", { name: "365 days" }));
  await user.click(screen.getByRole("radio", { name: "Chosen" }));
  await waitFor(() => expect(bridge.inputsOf("offline.choose")).toHaveLength(2));
  expect(bridge.inputsOf("offline.choose").at(-1)).toMatchObject({
    organizationIds: [acme.id, globex.id],
    days: 365,
  });
});

test("all of it is removed after a question", async () => {
  const { user, bridge } = await show();
  await user.click(await screen.findByRole("button", { name: "Remove offline data now" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Remove" }));
  expect(await screen.findByText("Nothing is stored on this computer.")).toBeDefined();
  expect(bridge.inputsOf("offline.remove")).toHaveLength(1);
});

test("without a keychain a passphrase is set, typed twice", async () => {
  const { user, bridge } = await show({ passphrase: "none" });
  await user.click(await screen.findByRole("button", { name: "Set a passphrase" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Set a passphrase" }));
  await user.type(dialog.getByLabelText("Passphrase"), "three otters");
  await user.type(dialog.getByLabelText("Repeat the passphrase"), "three{Enter}");
  expect(await dialog.findByText("The two are not the same.")).toBeDefined();
  expect(bridge.inputsOf("passphrase.set")).toEqual([]);
  await user.type(dialog.getByLabelText("Repeat the passphrase"), " otters{Enter}");
  await waitFor(() => expect(bridge.inputsOf("passphrase.set")).toEqual([{ passphrase: "three otters" }]));
});

test("another passphrase takes the place of the one that there is", async () => {
  const { user, bridge } = await show({ passphrase: "open" });
  await user.click(await screen.findByRole("button", { name: "Change the passphrase" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Change the passphrase" }));
  await user.type(dialog.getByLabelText("Passphrase"), "four otters");
  await user.type(dialog.getByLabelText("Repeat the passphrase"), "four otters");
  await user.click(dialog.getByRole("button", { name: "Change the passphrase" }));
  expect(await screen.findByText("The new passphrase is asked for from the next start on")).toBeDefined();
  expect(bridge.inputsOf("passphrase.set")).toEqual([{ passphrase: "four otters" }]);
});

test("what could not be stored says why, and is tried at once when asked for", async () => {
  let hindered: OfflineData["hindered"] = [
    { id: acme.id, why: "full" },
    { id: globex.id, why: "server" },
  ];
  const { user, bridge } = await renderAccountSettings(
    {
      "organization.list": () => pageWith([acme, globex]),
      "offline.get": () => ({ ...start, hindered }),
      "offline.tryAgain": () => ({ ...start, hindered: (hindered = []) }),
    },
    "/account/offline",
  );
  const told = within(await screen.findByText(/^2 organizations are not up to date on this computer/));
  await told.findByText("Acme");
  expect(told.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "Acme: The disk of this computer is nearly full. Make room on it: 1 GB is left free for everything else.",
    "Globex: The server did not send all of it.",
  ]);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(screen.queryByText(/not up to date/)).toBeNull());
  expect(bridge.inputsOf("offline.tryAgain")).toHaveLength(1);
});

test("the frame's progress reaches the page", async () => {
  const { bridge } = await show();
  await screen.findByText("1.3 MB of 2 organizations");
  const before = bridge.inputsOf("offline.get").length;
  act(() =>
    bridge.push({ type: "snapshot", kept: "disk", organizations: 2, filled: 1, rows: 5, expected: 10, hindered: 0 }),
  );
  await waitFor(() => expect(bridge.inputsOf("offline.get").length).toBeGreaterThan(before));
});
