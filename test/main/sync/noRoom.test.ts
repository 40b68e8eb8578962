import { eventually } from "#test/support/eventually.ts";
import { expect, test } from "vitest";
import { factsAt, organizationId } from "../snapshot/support/rows.ts";
import { stubServer } from "../support/stub-server.ts";
import { begunSync, usualChoice } from "./support/begun.ts";

/** Fills for which there is no room on the disk. */
const delays = { firstMs: 10, mostMs: 20 };
const full = [{ id: organizationId, why: "full" }];
const counts = { workspaces: 0, members: 0, invitations: 0, events: 0 };

/** A server whose organization changes with each question for changes. */
async function scene() {
  let revision = 7;
  const windows: unknown[] = [];
  const server = await stubServer({
    "organization.list": async () => ({ items: [factsAt(revision).organization], next: null, total: 1, matching: 1 }),
    "organization.changes": async () => {
      const facts = { ...factsAt((revision += 1)), at: new Date().toISOString() };
      const changes = { facts, workspaces: null, members: [], invitations: [], events: [] };
      return { revision, topics: [], reset: null, changes };
    },
    "snapshot.fill": async ({ query }, reply) => {
      windows.push((query as { days: string }).days);
      const facts = { type: "facts", facts: { ...factsAt(revision), at: new Date().toISOString() }, expected: counts };
      const lines = [facts, { type: "end", revision, counts }];
      return await reply.send(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    },
  });
  return { server, windows };
}

test("the server is asked for nothing until there is room, which is found without anybody's doing", async () => {
  const { server, windows } = await scene();
  let room = false;
  let asked = 0;
  const { snapshot, sync } = begunSync(server.url, {
    delays,
    instead: (real) => ({
      resumption: async (...given) => ((asked += 1), room ? await real.resumption(...given) : "full"),
    }),
  });
  await eventually(() => expect(asked).toBeGreaterThan(3));
  expect([sync.hindered(), windows]).toEqual([full, []]);
  room = true;
  await eventually(async () => expect(await snapshot.standings()).toMatchObject([{ organizationId, revision: 7 }]));
  await eventually(() => expect(sync.hindered()).toEqual([]));
});

test("where there is no room for another window, what is kept follows the server, and the window comes later", async () => {
  const { server, windows } = await scene();
  let [room, choice] = [true, usualChoice];
  const { snapshot, sync } = begunSync(server.url, {
    delays,
    choice: () => choice,
    instead: (real) => ({ resumption: async (...given) => (room ? await real.resumption(...given) : "full") }),
  });
  await eventually(async () => expect(await snapshot.standings()).toMatchObject([{ organizationId, revision: 7 }]));
  room = false;
  choice = { ...usualChoice, days: 365 };
  await sync.chosen();
  const usual = { days: 90, mostEvents: 50_000 };
  await eventually(async () =>
    expect(await snapshot.standings()).toMatchObject([{ revision: expect.toSatisfy((at) => at > 8), window: usual }]),
  );
  expect([sync.hindered(), windows]).toEqual([full, ["90"]]);
  room = true;
  const wanted = { days: 365, mostEvents: 50_000 };
  await eventually(async () => expect(await snapshot.standings()).toMatchObject([{ organizationId, window: wanted }]));
  await eventually(() => expect(sync.hindered()).toEqual([]));
  expect(windows).toEqual(["90", "365"]);
});
