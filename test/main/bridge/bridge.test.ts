import { desktopCalls } from "#contract/desktop.ts";
import { operationNames, operationOf } from "#contract/operations.ts";
import { createBridge } from "#main/bridge/bridge.ts";
import { callTable } from "#main/bridge/table.ts";
import type { Handlers } from "#main/bridge/handlers.ts";
import { describe, expect, test } from "vitest";
import { collectingLogger } from "../support/logger.ts";
import { testDesktop } from "../support/desktop.ts";
import { organizationId } from "../support/people.ts";

const closedNames = operationNames.filter((name) => {
  const { bridge, kind } = operationOf(name);
  return bridge === "closed" || kind === "stream";
});

describe("the table is closed", () => {
  test.each([
    // Two of the desktop's own calls bear the name of an operation.
    ...closedNames.filter((name) => !(name in desktopCalls)),
    "constructor",
    "__proto__",
    "toString",
    "desktop",
    "desktop.state ",
    "",
    7,
    null,
    undefined,
    ["desktop.state"],
    { name: "desktop.state" },
  ])("%j is refused", async (name) => {
    expect(await testDesktop().answer(name, {})).toEqual({ ok: false, fault: { kind: "notFound", what: "call" } });
  });

  test("every open operation and every call of the desktop is in it", async () => {
    const desktop = testDesktop();
    const open = operationNames.filter((name) => !closedNames.includes(name));
    for (const name of [...open, ...Object.keys(desktopCalls)]) {
      const answer = await desktop.answer(name, { unknown: "field" });
      expect([name, answer]).toMatchObject([name, { ok: false, fault: { kind: "invalid" } }]);
    }
  });
});

test.each([
  ["nothing", undefined],
  ["a list", []],
  ["a text", "organizationId"],
  ["an unknown field", { organizationId, admin: true }],
  ["a wrong type", { organizationId: 7 }],
  ["a path for an id", { organizationId: "../../me" }],
])("input that is %s is invalid and goes nowhere", async (_, input) => {
  expect(await testDesktop().answer("organization.get", input)).toMatchObject({
    ok: false,
    fault: { kind: "invalid" },
  });
});

test("a handler that throws gives an internal fault whose id is in the log, without the input", async () => {
  const broken: Pick<Handlers, "server.probe"> = {
    "server.probe": async () => {
      throw new Error("the disk is full");
    },
  };
  const log = collectingLogger();
  const gateway = { answer: async () => ({ ok: false, fault: { kind: "unavailable" } }) as const };
  const table = callTable({ ...refusingHandlers(), ...broken }, gateway);
  const answer = await createBridge(table, log)("server.probe", { url: "https://secret.example" });
  expect(answer).toEqual({ ok: false, fault: { kind: "internal", requestId: expect.any(String) } });
  const requestId = answer.ok ? "" : answer.fault.requestId;
  expect(log.entries).toMatchObject([{ level: "error", fields: { requestId, message: "the disk is full" } }]);
  expect(JSON.stringify(log.entries)).not.toContain("secret.example");
});

test("what a handler holds beyond the contract does not leave", async () => {
  const leaking = { healthy: true, version: "1", accessToken: "secret" };
  const handlers: Handlers = {
    ...refusingHandlers(),
    "server.probe": async () => ({ ok: true, value: leaking, source: { from: "server" } }),
  };
  const gateway = { answer: async () => ({ ok: false, fault: { kind: "unavailable" } }) as const };
  const answer = await createBridge(callTable(handlers, gateway), collectingLogger())("server.probe", { url: "x" });
  expect(answer).toEqual({ ok: true, value: { healthy: true, version: "1" }, source: { from: "server" } });
});

function refusingHandlers(): Handlers {
  const refuse = async () => ({ ok: false, fault: { kind: "unavailable" } }) as const;
  return {
    "desktop.state": refuse,
    "desktop.savePreferences": refuse,
    "server.choose": refuse,
    "server.leave": refuse,
    "server.tryNow": refuse,
    "server.probe": refuse,
    "session.signUp": refuse,
    "session.verify": refuse,
    "session.signIn": refuse,
    "session.completeSignIn": refuse,
    "session.abandonSignIn": refuse,
    "session.signOut": refuse,
    "invitation.open": refuse,
    "invitation.openedLogo": refuse,
    "invitation.acceptOpened": refuse,
    "invitation.dismissOpened": refuse,
    "auditExport.start": refuse,
    "auditExport.cancel": refuse,
    "passphrase.set": refuse,
    "passphrase.remove": refuse,
    "passphrase.unlock": refuse,
    "passphrase.forget": refuse,
    "offline.get": refuse,
    "offline.choose": refuse,
    "offline.tryAgain": refuse,
    "offline.remove": refuse,
    "localMail.list": refuse,
    "witness.status": refuse,
    "witness.alarms": refuse,
    "witness.acknowledge": refuse,
    "witness.evidence": refuse,
    "reviews.list": refuse,
    "reviews.estimate": refuse,
    "reviews.start": refuse,
    "reviews.get": refuse,
    "reviews.people": refuse,
    "reviews.decide": refuse,
    "reviews.comment": refuse,
    "reviews.undo": refuse,
    "reviews.drop": refuse,
    "reviews.abandon": refuse,
    "reviews.send": refuse,
    "reviews.refresh": refuse,
    "reviews.apply": refuse,
    "reviews.reopen": refuse,
    "reviews.answer": refuse,
    "reviews.decideAgain": refuse,
    "reviews.finish": refuse,
    "reviews.saveEvidence": refuse,
  };
}
