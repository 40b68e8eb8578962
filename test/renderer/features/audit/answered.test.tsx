import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { WitnessStatus } from "#contract/entities/witness.ts";
import { idOf } from "#test/support/fixtures.ts";
import { show } from "./shownLog.tsx";

const at = "2026-11-01T09:00:00.000Z";
const signed = { at, keyId: "a".repeat(32), publicKey: "AAAA", signature: "AAAA", rotations: [] };
const shown = { organizationId: idOf(100), revision: 9, hash: "a".repeat(64), ...signed };
const alarm = { comesTo: null, raisedAt: at, verified: null, witnessed: null, shown };
const answered: WitnessStatus["answered"] = [
  { alarm: { ...alarm, id: idOf(31), kind: "cut", revision: 7 }, reason: "A backup", at },
  { alarm: { ...alarm, id: idOf(32), kind: "keyChanged", revision: null }, reason: "Moved", at },
];
const quiet: WitnessStatus = { verified: null, signedBy: null, alarm: null, answered: [] };

test.each(["owner", "admin"])("%s finds the alarms that were answered for, the newest first", async (role) => {
  const { user } = await show("audit", { "witness.status": () => ({ ...quiet, answered }) }, role);
  await user.click(await screen.findByRole("button", { name: "More actions" }));
  await user.click(await screen.findByRole("menuitem", { name: "Answered alarms" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Answered alarms" }));
  const listed = dialog.getAllByRole("listitem");
  expect(listed).toHaveLength(2);
  expect(listed[0]?.textContent).toMatch(/signed with a key that this computer does not know\.Moved/);
  expect(listed[1]?.textContent).toMatch(/The first of them is #7\.A backup/);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("a log about which there was no alarm offers none", async () => {
  const { bridge } = await show("audit", { "witness.status": () => quiet });
  await waitFor(() => expect(bridge.inputsOf("witness.status").length).toBeGreaterThan(0));
  await screen.findByText("Server checked up to #3 at 09:05");
  expect(screen.queryByRole("button", { name: "More actions" })).toBeNull();
});
