import { randomUUID } from "node:crypto";
import { eventually } from "#test/support/eventually.ts";
import type { Person, TestServer } from "#test/support/server.ts";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { aKey, followed, organizationOf, rename, scene, tamperedServer, testWitness } from "./witnessed.ts";

const events = 9;

describe("a log that nobody touched", () => {
  test("is verified, and then only what is new, and its short past again", async () => {
    const { server, owner, organizationId, desktop, first } = await scene();
    expect(first).toMatchObject({ verified: { revision: events }, alarm: null });
    await rename(server, owner, organizationId, "Southwind");
    expect(await desktop.look(organizationId)).toMatchObject({ verified: { revision: events + 1 }, alarm: null });
  });

  test("stays so over a change of its server's key that the former key vouches for", async () => {
    const former = aKey();
    const { server, owner, organizationId, desktop } = await scene({ signingKey: former });
    const next = await tamperedServer({ databaseUrl: server.databaseUrl, signingKey: followed(former) });
    const again = testWitness(next.url, owner, { folder: desktop.folder });
    expect(await again.look(organizationId)).toMatchObject({ verified: { revision: events }, alarm: null });
  });
});

describe("a log that was tampered with under the database's password", () => {
  test.each([1, 5, events])("event %i rewritten in place", async (revision) => {
    const { organizationId, desktop, attack } = await scene();
    await attack.rewrite(revision);
    expect((await desktop.look(organizationId)).alarm).toMatchObject({ kind: "rewritten", revision });
  });

  test("an event rewritten where pages read it, its hashed text left as it was", async () => {
    const { organizationId, desktop, attack } = await scene();
    await attack.rewriteBesideText(4);
    expect((await desktop.look(organizationId)).alarm).toMatchObject({ kind: "rewritten", revision: 4 });
  });

  test("an event rewritten in place while the log goes on", async () => {
    const { server, owner, organizationId, desktop, attack } = await scene();
    await attack.rewrite(2);
    await rename(server, owner, organizationId, "Southwind");
    expect((await desktop.look(organizationId)).alarm).toMatchObject({ kind: "rewritten", revision: 2 });
  });

  test.each([1, 4, events])("rewritten from event %i and sealed anew", async (revision) => {
    const { organizationId, desktop, attack, log } = await scene();
    await attack.reseal(log, revision);
    const { alarm } = await desktop.look(organizationId);
    expect(alarm).toMatchObject({ kind: "forked", revision, verified: { revision: events } });
    expect(alarm?.witnessed?.hash).not.toBe(alarm?.shown.hash);
  });

  test("sealed anew and grown since, so that the heads cannot be compared", async () => {
    const { server, owner, organizationId, desktop, attack, log } = await scene();
    await attack.reseal(log, 3);
    await rename(server, owner, organizationId, "Southwind");
    expect((await desktop.look(organizationId)).alarm).toMatchObject({ kind: "forked", revision: 3 });
  });

  test("cut", async () => {
    const { organizationId, desktop, attack, log } = await scene();
    await attack.cut(log, 6);
    expect((await desktop.look(organizationId)).alarm).toMatchObject({ kind: "cut", revision: 7 });
  });

  test("cut and grown past where it was", async () => {
    const { server, owner, organizationId, desktop, attack, log } = await scene();
    await attack.cut(log, 6);
    for (let index = 0; index < 6; index++) await rename(server, owner, organizationId, `Eastwind ${index}`);
    expect((await desktop.look(organizationId)).alarm).toMatchObject({ kind: "forked", revision: 7 });
  });

  test("under a head that another key signs", async () => {
    const { server, owner, organizationId, desktop } = await scene();
    const other = await tamperedServer({ databaseUrl: server.databaseUrl });
    const again = testWitness(other.url, owner, { folder: desktop.folder });
    const { alarm } = await again.look(organizationId);
    expect(alarm).toMatchObject({ kind: "keyChanged", revision: null });
    expect(alarm?.witnessed?.keyId).not.toBe(alarm?.shown.keyId);
  });
});

describe("an alarm", () => {
  const rewritten = async () => {
    const all = await scene();
    await all.attack.rewrite(5);
    const { alarm } = await all.desktop.look(all.organizationId);
    if (!alarm) throw new Error("No alarm was raised");
    return { ...all, alarm };
  };

  test("outlives the program and the sign-in, and is not raised again under another name", async () => {
    const { url, owner, organizationId, desktop, alarm } = await rewritten();
    const again = testWitness(url, owner, { folder: desktop.folder });
    expect((await again.witness.status(organizationId)).alarm).toEqual(alarm);
    expect(await again.witness.alarmed([randomUUID(), organizationId])).toEqual([organizationId]);
    expect((await again.look(organizationId)).alarm?.id).toBe(alarm.id);
  });

  test("comes with what shows it to others", async () => {
    const { organizationId, desktop, log } = await rewritten();
    const evidence = await desktop.witness.evidence(organizationId);
    expect(evidence).toMatchObject({
      ok: true,
      value: { keptHash: log[4]?.hash, was: null, now: { revision: 5, actor: { name: "Mallory" } } },
    });
  });

  test("ends only with a reason, which is kept; the same difference does not come again, another one does", async () => {
    const { organizationId, desktop, alarm, attack } = await rewritten();
    const { witness } = desktop;
    const wrong = { alarmId: "01920000-0000-4000-8000-000000000000", reason: "Not this one" };
    expect(await witness.acknowledge(organizationId, wrong)).toMatchObject({ ok: false });
    const reason = "Restored from a backup by Dana";
    expect(await witness.acknowledge(organizationId, { alarmId: alarm.id, reason })).toMatchObject({
      value: { alarm: null, answered: [{ reason, alarm: { id: alarm.id } }] },
    });
    expect((await desktop.look(organizationId)).alarm).toBeNull();
    await attack.rewrite(2);
    // The look that answering began may still be under way.
    await eventually(async () => {
      expect((await desktop.look(organizationId)).alarm).toMatchObject({ kind: "rewritten", revision: 2 });
    });
  });
});

describe("a witness that is interrupted", () => {
  const drop = (server: TestServer, owner: Person, organizationId: string) =>
    server.call("organization.update", { organizationId, industry: "Shipping" }, { as: owner });

  test("goes on from what it kept", async () => {
    const { server, url, owner, organizationId, desktop } = await scene();
    desktop.witness.heard({ type: "ready" });
    desktop.witness.stop();
    await drop(server, owner, organizationId);
    const again = testWitness(url, owner, { folder: desktop.folder });
    expect(await again.look(organizationId)).toMatchObject({ verified: { revision: events + 1 }, alarm: null });
  });
});

test("a clock that is put back makes no log wait", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const { server, url } = await tamperedServer();
  const owner = await server.person("Olivia Owner");
  const organizationId = await organizationOf(server, owner, 1);
  const { look } = testWitness(url, owner, { gapMs: 50 });
  await look(organizationId);
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(await look(organizationId)).toMatchObject({ alarm: null });
});
