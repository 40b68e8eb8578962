import { sql } from "kysely";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SignedAuditHead } from "#contract/entities/auditEvent.ts";
import type { Remote } from "#main/remote/remote.ts";
import { eventually } from "#test/support/eventually.ts";
import { expect, onTestFinished, test, vi } from "vitest";
import { aKey, followed, organizationOf, rename, scene, tamperedServer, testWitness } from "./witnessed.ts";

const events = 9;
type Scene = Awaited<ReturnType<typeof scene>>;

/** Looks, and answers for the alarm that this raises. */
async function answered({ desktop, organizationId }: Pick<Scene, "desktop" | "organizationId">) {
  const { alarm } = await desktop.look(organizationId);
  const given = { alarmId: alarm?.id ?? "", reason: "Restored from a backup by Dana" };
  expect(await desktop.witness.acknowledge(organizationId, given)).toMatchObject({ ok: true });
  return alarm;
}

/** A line that changes the heads that come through it. */
const changing =
  (change: (head: SignedAuditHead) => SignedAuditHead) =>
  (remote: Remote): Remote => ({
    ...remote,
    call: async (name, ...rest) => {
      const answer = await remote.call(name, ...rest);
      if (name === "auditEvent.head" && answer.ok) {
        Object.assign(answer.value, change(SignedAuditHead.parse(answer.value)));
      }
      return answer;
    },
  });

/** A look that goes on from an alarm may still be under way. */
const eventuallyRaises = async (
  { desktop, organizationId }: Pick<Scene, "desktop" | "organizationId">,
  alarm: object,
) => await eventually(async () => expect((await desktop.look(organizationId)).alarm).toMatchObject(alarm));

test("a log that was cut, answered for and cut again at the same place raises another alarm", async () => {
  const all = await scene();
  const { server, owner, organizationId, desktop, attack, log } = all;
  await attack.cut(log, 6);
  expect(await answered(all)).toMatchObject({ kind: "cut", revision: 7 });
  for (let index = 0; index < 3; index++) await rename(server, owner, organizationId, `Eastwind ${index}`);
  await eventually(async () => {
    expect(await desktop.look(organizationId)).toMatchObject({ verified: { revision: events }, alarm: null });
  });
  await attack.cut(log, 6);
  await eventuallyRaises(all, { kind: "cut", revision: 7, verified: { revision: events } });
});

test("so does one that was forked, answered for and forked again from the same event", async () => {
  const all = await scene();
  const { organizationId, desktop, attack, log, list } = all;
  await attack.reseal(log, 4);
  expect(await answered(all)).toMatchObject({ kind: "forked", revision: 4 });
  await eventually(async () => expect((await desktop.look(organizationId)).alarm).toBeNull());
  await attack.reseal(await list(), 4, "Trudy");
  await eventuallyRaises(all, { kind: "forked", revision: 4 });
});

test("and so does an event that was rewritten, answered for and rewritten once more", async () => {
  const all = await scene();
  await all.attack.rewrite(5);
  expect(await answered(all)).toMatchObject({ kind: "rewritten", revision: 5 });
  await eventually(async () => expect((await all.desktop.look(all.organizationId)).alarm).toBeNull());
  await all.attack.distort(5, sql`actor_name = 'Trudy'`);
  await eventuallyRaises(all, { kind: "rewritten", revision: 5 });
});

test("of an event rewritten in place and another history behind it, the first is named", async () => {
  const { organizationId, desktop, attack, log } = await scene();
  await attack.reseal(log, 7);
  await attack.distort(3, sql`actor_name = 'Mallory'`);
  expect((await desktop.look(organizationId)).alarm).toMatchObject({ kind: "rewritten", revision: 3 });
});

test("a log restored from a backup and changed in it is another one from the change on", async () => {
  const { organizationId, desktop, attack, log } = await scene();
  await attack.cut(log, 6);
  await attack.reseal(log.slice(0, 6), 4);
  expect((await desktop.look(organizationId)).alarm).toMatchObject({ kind: "forked", revision: 4 });
});

test.each([
  ["an action that no server knows", sql`action = 'organization.stolen'`],
  ["a target that no server knows", sql`target_type = 'treasure'`],
  ["a time beyond all times", sql`at = 'infinity'`],
  ["a seal that is none", sql`hash = 'none'`],
])("an event with %s is found, and hides nothing", async (_what, assignment) => {
  const { server, owner, organizationId, desktop, attack } = await scene();
  await attack.distort(4, assignment);
  expect((await desktop.look(organizationId)).alarm).toMatchObject({ kind: "rewritten", revision: 4 });
  const { value: report } = await server.call("auditEvent.verify", { organizationId }, { as: owner });
  expect(report).toMatchObject({ intact: false, brokenAt: 4 });
});

test.each([
  ["a head that is none", events, "none", { kind: "forked", revision: events }],
  ["a head before the first event", -1, "none", { kind: "cut", revision: 1 }],
  ["a head beyond the last event", events + 5, "f".repeat(64), { kind: "cut", revision: events + 1 }],
])("a log with %s is found", async (_what, revision, hash, alarm) => {
  const { organizationId, desktop, attack } = await scene();
  await attack.moveHead(revision, hash);
  expect((await desktop.look(organizationId)).alarm).toMatchObject(alarm);
});

test("a log that was cut while an interrupted look had seen more of it is cut, not forked", async () => {
  const { organizationId, desktop, attack, log } = await scene();
  const record = await desktop.store.read(organizationId);
  if (!record.head) throw new Error("Nothing was witnessed");
  const earlier = { ...record.head, revision: 4, hash: log[3]?.hash ?? "" };
  await desktop.store.write(organizationId, { ...record, head: earlier });
  await attack.cut(log, 6);
  expect((await desktop.look(organizationId)).alarm).toMatchObject({ kind: "cut", revision: 7 });
});

test("a witness that was away while the log was rewritten finds it when it is back, each desktop for itself", async () => {
  const { url, owner, organizationId, desktop, attack, log } = await scene();
  const other = testWitness(url, owner);
  await other.look(organizationId);
  desktop.witness.stop();
  await attack.reseal(log, 2);
  const back = testWitness(url, owner, { folder: desktop.folder });
  expect(await answered({ desktop: back, organizationId })).toMatchObject({ kind: "forked", revision: 2 });
  expect((await other.look(organizationId)).alarm).toMatchObject({ kind: "forked", revision: 2 });
  // Who never saw it otherwise has nothing to compare it with.
  expect((await testWitness(url, owner).look(organizationId)).alarm).toBeNull();
});

test("a damaged file of the witness is written anew and raises no alarm, and a log that forked is still found", async () => {
  const { organizationId, desktop, attack, log } = await scene();
  const damage = async () => {
    const name = (await readdir(desktop.folder)).find((one) => one.endsWith(".hashes")) ?? "";
    const file = join(desktop.folder, name);
    const bytes = await readFile(file);
    bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
    await writeFile(file, bytes);
    desktop.witness.heard({ type: "ready" });
    await eventually(async () => expect((await desktop.store.read(organizationId)).verified).toBe(0));
  };
  await damage();
  expect(await desktop.look(organizationId)).toMatchObject({ verified: { revision: events }, alarm: null });
  await attack.reseal(log, 3);
  await damage();
  expect((await desktop.look(organizationId)).alarm?.kind).toBe("forked");
});

test("a head whose signature does not hold raises an alarm, and answered for still hides no change of the log", async () => {
  const all = await scene();
  const { url, owner, organizationId, desktop, attack } = all;
  desktop.witness.stop();
  let forging = true;
  const through = changing((head) => (forging ? { ...head, at: "2026-01-01T00:00:00.000Z" } : head));
  const deceived = testWitness(url, owner, { folder: desktop.folder, through });
  const alarm = await answered({ desktop: deceived, organizationId });
  expect(alarm).toMatchObject({ kind: "badSignature", revision: null });
  await eventually(async () => expect((await deceived.look(organizationId)).alarm).toBeNull());
  // It held again: when it does not once more, that is news.
  const before = (await deceived.store.read(organizationId)).head?.signature;
  forging = false;
  await eventually(async () => {
    await deceived.look(organizationId);
    expect((await deceived.store.read(organizationId)).head?.signature).not.toBe(before);
  });
  forging = true;
  await eventuallyRaises({ ...all, desktop: deceived }, { kind: "badSignature" });
  expect(await answered({ desktop: deceived, organizationId })).toMatchObject({ kind: "badSignature" });
  await attack.rewrite(5);
  await eventuallyRaises({ ...all, desktop: deceived }, { kind: "rewritten", revision: 5 });
});

test("a head for another organization does not hold for this one", async () => {
  const { url, owner, organizationId } = await scene();
  const through = changing((head) => ({ ...head, organizationId: "01920000-0000-7000-8000-000000000001" }));
  const { look } = testWitness(url, owner, { through });
  expect((await look(organizationId)).alarm).toMatchObject({ kind: "badSignature", revision: null });
});

test("another key does not hide that the log is another one too", async () => {
  const all = await scene();
  const { server, owner, desktop, attack, log } = all;
  desktop.witness.stop();
  await attack.reseal(log, 6);
  const other = await tamperedServer({ databaseUrl: server.databaseUrl });
  const again = { ...all, desktop: testWitness(other.url, owner, { folder: desktop.folder }) };
  expect(await answered(again)).toMatchObject({ kind: "keyChanged" });
  await eventuallyRaises(again, { kind: "forked", revision: 6 });
});

test("who answers for another key answers for it in every organization, and for nothing else", async () => {
  const all = await scene();
  const { server, owner, organizationId, desktop, attack } = all;
  const [second, third] = [await organizationOf(server, owner, 1), await organizationOf(server, owner, 1)];
  for (const id of [second, third]) await desktop.look(id);
  await attack.rewrite(5);
  await eventuallyRaises(all, { kind: "rewritten" });
  desktop.witness.stop();
  const other = await tamperedServer({ databaseUrl: server.databaseUrl });
  const again = testWitness(other.url, owner, { folder: desktop.folder });
  for (const id of [second, third])
    await eventuallyRaises({ desktop: again, organizationId: id }, { kind: "keyChanged" });
  await answered({ desktop: again, organizationId: second });
  expect(await again.witness.status(third)).toMatchObject({
    alarm: null,
    answered: [{ reason: "Restored from a backup by Dana" }],
  });
  expect((await again.witness.status(organizationId)).alarm?.kind).toBe("rewritten");
  expect((await again.look(third)).alarm).toBeNull();
});

/** Of two servers, one goes on with the key before, so many hours after a desktop has seen another follow it. */
async function straggling(hours: number) {
  const former = aKey();
  const { server, url, owner, organizationId, desktop, attack } = await scene({ signingKey: former });
  desktop.witness.stop();
  const next = await tamperedServer({ databaseUrl: server.databaseUrl, signingKey: followed(followed(former)) });
  const at = (address: string) => testWitness(address, owner, { folder: desktop.folder });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - hours * 3_600_000 });
  onTestFinished(() => void vi.useRealTimers());
  expect((await at(next.url).look(organizationId)).alarm).toBeNull();
  vi.useRealTimers();
  return {
    attack,
    look: async (which: "straggler" | "next") => at(which === "next" ? next.url : url).look(organizationId),
  };
}

test("a server that still signs with the key before raises no alarm for a day; it vouches for nothing and hides nothing", async () => {
  const { attack, look } = await straggling(23);
  expect((await look("straggler")).alarm).toBeNull();
  expect((await look("next")).alarm).toBeNull();
  await attack.rewrite(5);
  expect((await look("straggler")).alarm).toMatchObject({ kind: "rewritten", revision: 5 });
});

test("a day later it does", async () => {
  const { look } = await straggling(25);
  expect((await look("straggler")).alarm).toMatchObject({ kind: "keyChanged", revision: null });
});
