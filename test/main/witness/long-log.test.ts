import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";
import { eventually } from "#test/support/eventually.ts";
import { expect, test } from "vitest";
import { z } from "zod";
import { testFolder } from "../support/desktop.ts";
import { grow, intruder, organizationOf, tamperedServer, testWitness } from "./witnessed.ts";

const Told = z.object({ verified: z.int(), alarm: z.null(), longest: z.number() });
const program = join(import.meta.dirname, "witnessProcess.ts");
const events = 6_000;

async function scene() {
  const { server, url } = await tamperedServer();
  const owner = await server.person("Olivia Owner");
  const organizationId = await organizationOf(server, owner, 1);
  await grow(server, organizationId, events - 1);
  const folder = testFolder();
  return { server, url, owner, organizationId, folder, given: [program, url, owner.token, folder, organizationId] };
}

test("a first look that is killed again and again goes on from what was kept, and raises no alarm", async () => {
  const { url, owner, organizationId, folder, given } = await scene();
  const { store, look } = testWitness(url, owner, { folder });
  const kept: number[] = [];
  for (let round = 0; round < 4; round++) {
    const before = kept.at(-1) ?? 0;
    const child = spawn(process.execPath, given, { stdio: "ignore" });
    const ended = once(child, "exit");
    // As soon as it has kept something more, or has nothing left to do.
    await eventually(async () => {
      const further = (await store.read(organizationId)).verified > before;
      expect(further || child.exitCode !== null).toBe(true);
    });
    child.kill("SIGKILL");
    await ended;
    kept.push((await store.read(organizationId)).verified);
  }
  expect(kept).toEqual(kept.toSorted((a, b) => a - b));
  expect(await look(organizationId)).toMatchObject({ verified: { revision: events }, alarm: null });
});

test("a look at thousands of events lets everything else go on", async () => {
  const { given } = await scene();
  const longest: number[] = [];
  // A busy machine makes a process wait too: a look that blocks does so every time.
  for (let round = 0; round < 3 && !longest.some((blocked) => blocked < 50); round++) {
    const { stdout } = await promisify(execFile)(process.execPath, given.with(3, testFolder()));
    const told = Told.parse(JSON.parse(stdout));
    expect(told).toMatchObject({ verified: events, alarm: null });
    longest.push(told.longest);
  }
  expect(Math.min(...longest)).toBeLessThan(50);
});

test("an old event that is rewritten is found on the round through the past", async () => {
  const { server, url, owner, organizationId, folder } = await scene();
  const { look } = testWitness(url, owner, { folder });
  await look(organizationId);
  await intruder(server, organizationId).rewrite(3_210);
  const alarms: unknown[] = [];
  for (let round = 0; round < 6; round++) alarms.push((await look(organizationId)).alarm);
  expect(alarms.at(-1)).toMatchObject({ kind: "rewritten", revision: 3_210 });
});

test("an old event that was rewritten is the one that is named, when the log was cut as well", async () => {
  const { server, url, owner, organizationId, folder } = await scene();
  const { look } = testWitness(url, owner, { folder });
  await look(organizationId);
  const attack = intruder(server, organizationId);
  await attack.rewrite(4_321);
  await attack.moveHead(events - 10, "f".repeat(64));
  expect((await look(organizationId)).alarm).toMatchObject({ kind: "rewritten", revision: 4_321 });
});
