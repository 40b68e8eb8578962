import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { failed } from "#contract/answer.ts";
import type { WitnessAlarm, WitnessEvidence, WitnessStatus } from "#contract/entities/witness.ts";
import { StatusLines } from "#renderer/app/frame/StatusLines.tsx";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { anAuditEvent, anOrganization, idOf, pageWith } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

const organizationId = idOf(100);
const head = (revision: number, hash: string) => ({
  organizationId,
  revision,
  hash: hash.repeat(64),
  at: "2026-11-01T09:00:00.000Z",
  keyId: "a".repeat(32),
  publicKey: "AAAA",
  signature: "AAAA",
  rotations: [],
});
const alarm: WitnessAlarm = {
  id: "0190a000-0000-4000-8000-000000000001",
  kind: "rewritten",
  revision: 5,
  comesTo: "b".repeat(64),
  raisedAt: "2026-11-01T10:00:00.000Z",
  verified: { revision: 1204, at: "2026-11-01T09:00:00.000Z" },
  witnessed: head(1204, "a"),
  shown: head(1204, "b"),
};
/** It is asked a moment after the first screen. */
const patience = { timeout: 5000 };
const quiet: WitnessStatus = { verified: alarm.verified, signedBy: "a".repeat(32), alarm: null, answered: [] };
const raised: WitnessStatus = { ...quiet, alarm };
const evidence: WitnessEvidence = {
  organizationId,
  alarm,
  signedTexts: { witnessed: "seen", shown: "shown" },
  keptHash: "a".repeat(64),
  was: anAuditEvent({ revision: 5 }),
  now: anAuditEvent({ revision: 5, actor: { accountId: null, name: "Mallory" } }),
};

const handlers: Handlers = {
  "lockout.listPending": () => ({ items: [] }),
  "ownership.get": () => ({ transfer: null }),
  "witness.status": () => raised,
  "witness.evidence": () => evidence,
};

async function show(change: Handlers = {}, role = "owner") {
  const organization = anOrganization({ me: { memberId: idOf(1001), role, ends: false } });
  const bridge = fakeBridge({ ...handlers, ...change });
  const view = await renderWithBridge(<StatusLines organization={organization} />, bridge);
  return { bridge, ...view };
}

const open = async (change: Handlers = {}) => {
  const view = await show(change);
  await view.user.click(await screen.findByRole("button", { name: "See the alarm" }));
  return { ...view, dialog: within(await screen.findByRole("dialog")) };
};

describe("the alarm above every page of an organization", () => {
  test("names the event that differs", async () => {
    await show();
    expect((await screen.findByRole("alert")).textContent).toContain(
      "Event #5 of the audit log of Northwind was rewritten.",
    );
  });

  test("comes when the desktop raises it, and goes when it has ended", async () => {
    const { bridge } = await show({ "witness.status": () => quiet });
    await waitFor(() => expect(bridge.inputsOf("witness.status")).toHaveLength(1));
    expect(screen.queryByRole("alert")).toBeNull();
    bridge.push({ type: "witness", organizationId, status: raised });
    expect(await screen.findByRole("alert")).toBeDefined();
    bridge.push({ type: "witness", organizationId, status: quiet });
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  });

  test("is not asked about by a role that cannot see the log", async () => {
    const { bridge } = await show({}, "member");
    expect(bridge.inputsOf("witness.status")).toHaveLength(0);
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("the alarm about an organization that is not on the screen", () => {
  const others = [
    anOrganization({ id: idOf(201), name: "Acme" }),
    anOrganization({ id: idOf(202), name: "Globex" }),
    anOrganization({ id: idOf(203), name: "Initech", me: { memberId: idOf(1003), role: "member", ends: false } }),
  ];
  const elsewhere: Handlers = { "organization.list": () => pageWith(others), "witness.status": () => quiet };

  test("names it wherever the person is, and comes and goes as the desktop says", async () => {
    let alarmed = [idOf(202)];
    const { bridge } = await show({ ...elsewhere, "witness.alarms": () => ({ organizationIds: alarmed }) });
    const line = await screen.findByRole("alert", {}, patience);
    expect(line.textContent).toContain("This computer raised an alarm about the audit log of Globex.");
    expect(bridge.inputsOf("witness.alarms")).toEqual([{ organizationIds: [idOf(201), idOf(202)] }]);
    alarmed = [idOf(201), idOf(202)];
    bridge.push({ type: "witness", organizationId: idOf(201), status: raised });
    expect(
      await screen.findByText(/^This computer raised alarms about the audit logs of Acme and 1 more/, {}, patience),
    ).toBeDefined();
    alarmed = [];
    bridge.push({ type: "witness", organizationId: idOf(201), status: quiet });
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull(), patience);
  });

  test("says nothing twice about the one that is on the screen", async () => {
    const { bridge } = await show({
      ...elsewhere,
      "organization.list": () =>
        pageWith([anOrganization({ me: { memberId: idOf(1001), role: "owner", ends: false } })]),
      "witness.alarms": ({ organizationIds }) => ({ organizationIds }),
    });
    await waitFor(() => expect(bridge.inputsOf("witness.alarms")).toHaveLength(1), patience);
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("answering the alarm", () => {
  test("says where only the fingerprint of the event is kept", async () => {
    const { dialog } = await open({ "witness.evidence": () => ({ ...evidence, was: null }) });
    expect(await dialog.findByText(/^This computer keeps the fingerprint of the event as it was/)).toBeDefined();
  });

  test.each([
    [alarm.verified, /^What this computer verified up to #1,204 is kept/],
    [null, /^This computer has verified nothing of this log yet/],
  ])("of a signature says what of the log still holds", async (verified, words) => {
    const other: WitnessAlarm = { ...alarm, kind: "badSignature", revision: null, verified };
    const { dialog } = await open({ "witness.status": () => ({ ...quiet, alarm: other }) });
    expect(await dialog.findByText(words)).toBeDefined();
  });

  test("leads to the event", async () => {
    const { dialog, user } = await open();
    await user.click(dialog.getByRole("button", { name: "Show event #5" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  test("says what it was and is now, what still holds, and needs a reason", async () => {
    const { dialog } = await open();
    expect(await dialog.findByText(/It is now: Mallory/)).toBeDefined();
    expect(dialog.getByText(/It was: Ada Byron/)).toBeDefined();
    expect(dialog.getByText("Events up to #4 are as this computer saw them.")).toBeDefined();
    expect(dialog.getByText(/this computer had verified the log up to #1,204/)).toBeDefined();
    expect(dialog.getByRole("button", { name: "End alarm" })).toHaveProperty("disabled", true);
  });

  test.each([
    ["rewritten", 5, /^Once you end the alarm, event #5 counts as it is now/],
    ["cut", 5, /^Once you end the alarm, the log as it is now counts as the true one/],
    ["forked", 5, /whether a backup was restored/],
    ["badSignature", null, /who signs them stays unconfirmed/],
    ["keyChanged", null, /^Once you end the alarm, this computer trusts the new key/],
  ] as const)("of a log that is %s says what ending it means", async (kind, revision, words) => {
    const other = { ...alarm, kind, revision };
    const { dialog } = await open({ "witness.status": () => ({ ...quiet, alarm: other }) });
    expect(await dialog.findByText(words)).toBeDefined();
  });

  test("of a new key shows both fingerprints, to be compared", async () => {
    const shown = { ...head(1204, "a"), keyId: "b".repeat(32) };
    const other: WitnessAlarm = { ...alarm, kind: "keyChanged", revision: null, shown };
    const { dialog } = await open({ "witness.status": () => ({ ...quiet, alarm: other }) });
    expect(
      await dialog.findByText(/fingerprint bbbbbbbb bbbbbbbb bbbbbbbb bbbbbbbb, the former one aaaaaaaa/),
    ).toBeDefined();
  });

  test("ends it with the reason typed", async () => {
    const { dialog, user, bridge } = await open({ "witness.acknowledge": () => quiet });
    await user.type(dialog.getByLabelText("Reason"), "Restored from a backup");
    await user.click(dialog.getByRole("button", { name: "End alarm" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(bridge.inputsOf("witness.acknowledge")).toEqual([
      { organizationId, alarmId: alarm.id, reason: "Restored from a backup" },
    ]);
  });

  test("shows why it could not be ended", async () => {
    const moved = failed({ kind: "conflict", code: "stateMoved" });
    const { dialog, user } = await open({ "witness.acknowledge": () => moved });
    await user.type(dialog.getByLabelText("Reason"), "Known");
    await user.click(dialog.getByRole("button", { name: "End alarm" }));
    expect(await dialog.findByRole("alert")).toBeDefined();
  });

  describe("taking the evidence out", () => {
    let saved: Blob[] = [];
    beforeEach(() => {
      saved = [];
      vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
        if (blob instanceof Blob) saved.push(blob);
        return "blob:evidence";
      });
    });
    test("gives a file with both heads", async () => {
      const { dialog, user } = await open();
      const button = await dialog.findByRole("button", { name: "Export evidence" });
      await waitFor(() => expect(button).toHaveProperty("disabled", false));
      await user.click(button);
      expect(JSON.parse((await saved[0]?.text()) ?? "")).toEqual(evidence);
    });
  });
});
