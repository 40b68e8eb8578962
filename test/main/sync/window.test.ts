import type { SnapshotFrame } from "#contract/entities/snapshot.ts";
import { eventually } from "#test/support/eventually.ts";
import { expect, test } from "vitest";
import { factsAt, organizationId } from "../snapshot/support/rows.ts";
import { testFolder } from "../support/desktop.ts";
import { memorySecrets } from "../support/secrets.ts";
import { stubServer } from "../support/stub-server.ts";
import { begunSync, usualChoice } from "./support/begun.ts";

/** How much of the audit log is kept, chosen anew while something else is kept or on its way. */
const counts = { workspaces: 0, members: 0, invitations: 0, events: 0 };
const now = new Date().toISOString();
const frames: SnapshotFrame[] = [
  { type: "facts", facts: { ...factsAt(7), at: now }, expected: counts },
  { type: "end", revision: 7, counts },
];

/** A server that notes the windows it is asked for; the first answer waits for `release`. */
async function scene() {
  const asked: unknown[] = [];
  const released = Promise.withResolvers<void>();
  const server = await stubServer({
    "organization.list": async () => ({ items: [factsAt(7).organization], next: null, total: 1, matching: 1 }),
    "snapshot.fill": async ({ query }, reply) => {
      asked.push((query as { days: string }).days);
      if (asked.length === 1) await released.promise;
      return await reply.send(frames.map((frame) => `${JSON.stringify(frame)}\n`).join(""));
    },
    "organization.changes": async () => ({
      revision: 7,
      topics: [],
      reset: null,
      changes: { facts: factsAt(7), workspaces: null, members: [], invitations: [], events: [] },
    }),
  });
  return { server, asked, release: released.resolve };
}

test("another window is asked for though the program ended before it came", async () => {
  const { server, asked, release } = await scene();
  release();
  const machine = { secrets: { ...memorySecrets(), lasting: true }, folder: testFolder() };
  const first = begunSync(server.url, machine);
  await eventually(async () => expect(await first.snapshot.standings()).toHaveLength(1));
  await first.end();
  const second = begunSync(server.url, { ...machine, choice: () => ({ ...usualChoice, days: 365 }) });
  const window = { days: 365, mostEvents: 50_000 };
  await eventually(async () => expect(await second.snapshot.standings()).toMatchObject([{ organizationId, window }]));
  expect(asked).toEqual(["90", "365"]);
});

test("another window is asked for though a fill of the one before was under way", async () => {
  const { server, asked, release } = await scene();
  let choice = usualChoice;
  const { snapshot, sync } = begunSync(server.url, { choice: () => choice });
  await eventually(() => expect(asked).toEqual(["90"]));
  choice = { ...usualChoice, days: 365 };
  await sync.chosen();
  await eventually(() =>
    expect(server.requests.filter(({ url }) => url.includes("?limit=")).length).toBeGreaterThan(1),
  );
  release();
  const window = { days: 365, mostEvents: 50_000 };
  await eventually(async () => expect(await snapshot.standings()).toMatchObject([{ organizationId, window }]));
  expect(asked).toEqual(["90", "365"]);
});
