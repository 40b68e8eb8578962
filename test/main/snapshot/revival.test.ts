import { rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "#test/support/eventually.ts";
import { expect, onTestFinished, test, vi } from "vitest";
import { testDesktop, testFolder, type TestDesktop } from "../support/desktop.ts";
import { machine, signIn, wholeSnapshot } from "./support/desktops.ts";
import { servedTeam } from "./support/team.ts";

const snapshotProgram = join(import.meta.dirname, "support/mortalProcess.ts");

/** A desktop whose snapshot is whole, and the thread of which can be made to die. */
async function scene(start: (options: { snapshotProgram: string }) => TestDesktop) {
  const team = await servedTeam();
  onTestFinished(async () => await team.server.stop());
  const cause = join(testFolder(), "cause");
  vi.stubEnv("SNAPSHOT_DIES_OF", cause);
  onTestFinished(() => void vi.unstubAllEnvs());
  const desktop = start({ snapshotProgram });
  await signIn(desktop, team.url, team.email);
  await wholeSnapshot(desktop);
  let fills = 0;
  team.server.app.server.on("request", ({ url = "" }: { url?: string }) => {
    if (url.includes("/snapshot")) fills += 1;
  });
  const { organizationId } = team;
  const list = async (prefer?: "snapshot") =>
    await desktop.call("member.list", { organizationId }, prefer === undefined ? {} : { prefer });
  const deaths = () => desktop.log.entries.filter(({ message }) => message === "The snapshot's thread died").length;
  /** Until it has died so many times; every call wakes it. */
  const die = async (times: number) => {
    writeFileSync(cause, "");
    await eventually(async () => {
      await list("snapshot");
      expect(deaths()).toBeGreaterThanOrEqual(times);
    }, 30_000);
  };
  const live = () => rmSync(cause);
  const kept = async () => (await desktop.call("offline.get", {})) as { ok: true; value: { kept: string } };
  return { ...team, desktop, list, die, live, kept, fills: () => fills };
}

const fromServer = { ok: true, value: { matching: 2 }, source: { from: "server" } };
const fromSnapshot = { ok: true, value: { matching: 2 }, source: { from: "snapshot" } };

test("a thread that died begins again with the file as it stands, and meanwhile the server answers", async () => {
  const { list, die, live, kept, fills } = await scene((options) => machine().desktop(options));
  expect(await list("snapshot")).toMatchObject(fromSnapshot);
  await die(2);
  expect(await list("snapshot")).toMatchObject({ ok: false, fault: { kind: "notFound", what: "snapshot" } });
  expect(await list()).toMatchObject(fromServer);
  live();
  await eventually(async () => expect(await list("snapshot")).toMatchObject(fromSnapshot), 30_000);
  expect(await kept()).toMatchObject({ value: { kept: "disk" } });
  expect(fills()).toBe(0);
});

test("where the file was damaged meanwhile, it is filled again", async () => {
  const place = machine();
  const onDisk = await scene((options) => place.desktop(options));
  await onDisk.die(1);
  for (const file of place.files()) truncateSync(join(place.folder, "snapshots", file), 100);
  onDisk.live();
  await eventually(async () => expect(await onDisk.list("snapshot")).toMatchObject(fromSnapshot), 30_000);
  expect(onDisk.fills()).toBeGreaterThan(0);
});

test("what was in memory is filled again", async () => {
  const inMemory = await scene((options) => testDesktop(options));
  await inMemory.die(1);
  inMemory.live();
  await eventually(async () => expect(await inMemory.list("snapshot")).toMatchObject(fromSnapshot), 30_000);
  expect(await inMemory.kept()).toMatchObject({ value: { kept: "memory" } });
});

test("whoever signs out while it is dead leaves nothing, and whoever signs in next has their own", async () => {
  const place = machine();
  const { desktop, die, live, list, url, email } = await scene((options) => place.desktop(options));
  await die(1);
  const files = new Set(place.files());
  await desktop.call("session.signOut", { everywhere: false });
  expect(place.files()).toEqual([]);
  live();
  await signIn(desktop, url, email);
  await eventually(async () => expect(await list("snapshot")).toMatchObject(fromSnapshot), 30_000);
  expect(place.files().filter((name) => files.has(name))).toEqual([]);
});
