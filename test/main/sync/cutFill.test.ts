import type { SnapshotFrame } from "#contract/entities/snapshot.ts";
import { eventually } from "#test/support/eventually.ts";
import type { FastifyReply } from "fastify";
import { expect, test } from "vitest";
import { factsAt, memberAt, organizationId, usualWindow as window } from "../snapshot/support/rows.ts";
import { sendFault, stubServer } from "../support/stub-server.ts";
import { begunSync } from "./support/begun.ts";

/** Fills of which part is on the disk when something happens to them. */
const batch = 10;
const all = 25;
const counts = { workspaces: 0, members: all * batch, invitations: 0, events: 0 };
const delays = { firstMs: 10, mostMs: 50 };
const listed = { items: [factsAt(7).organization], next: null, total: 1, matching: 1 };
const gone = { kind: "notFound", what: "organization" } as const;
const page = (index: number): SnapshotFrame => ({
  type: "members",
  rows: Array.from({ length: batch }, (_, row) => memberAt(index * batch + row, 7)),
});
const pages = (from: number) => Array.from({ length: all - from }, (_, index) => page(from + index));
const beginning: SnapshotFrame = { type: "facts", facts: factsAt(7), expected: counts };
const linesOf = (frames: readonly SnapshotFrame[]) => frames.map((frame) => `${JSON.stringify(frame)}\n`).join("");

/** Sends all but the end, and then nothing more. */
function begin(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.writeHead(200, { "content-type": "application/x-ndjson" });
  reply.raw.write(linesOf([beginning, ...pages(0)]));
  return reply;
}

test("a server that dies in the middle is asked again until it is back, and sends only what is missing", async () => {
  let begun: FastifyReply | null = null;
  const asked: unknown[] = [];
  const server = await stubServer({
    "organization.list": async () => listed,
    "organization.changes": async () => ({
      revision: 7,
      topics: [],
      reset: null,
      changes: { facts: factsAt(7), workspaces: null, members: [], invitations: [], events: [] },
    }),
    "snapshot.fill": async ({ query }, reply) => {
      const { after } = query as { after?: string };
      if (begun === null) return (begun = begin(reply));
      asked.push(after);
      if (asked.length < 4) return reply.raw.destroy();
      const left = { ...counts, members: 5 * batch };
      return await reply.send(linesOf([beginning, ...pages(20), { type: "end", revision: 7, counts: left }]));
    },
  });
  const { snapshot } = begunSync(server.url, { delays });
  await eventually(async () => expect(await snapshot.resumption(organizationId, window)).not.toBeNull());
  expect(await snapshot.standings()).toEqual([]);
  (begun as FastifyReply | null)?.raw.destroy();
  await eventually(async () => expect(await snapshot.standings()).toMatchObject([{ organizationId, revision: 7 }]));
  expect(new Set(asked)).toEqual(new Set([`members:${memberAt(199, 7).id}`]));
  expect((await snapshot.stored())[0]?.rows).toBe(all * batch);
});

test.each<[string, (sync: ReturnType<typeof begunSync>["sync"], begun: FastifyReply) => void]>([
  ["the membership ends", (sync) => sync.heard({ type: "membershipEnded", organizationId })],
  ["the organization is deleted", (_, begun) => begun.raw.destroy()],
])("what came of a fill goes when %s under it", async (_, happens) => {
  let begun: FastifyReply | null = null;
  let refused = 0;
  const server = await stubServer({
    "organization.list": async () => listed,
    "snapshot.fill": async (_request, reply) => {
      if (begun === null) return (begun = begin(reply));
      refused += 1;
      return await sendFault(reply, gone);
    },
  });
  const { snapshot, sync } = begunSync(server.url, { delays });
  await eventually(async () => expect(await snapshot.resumption(organizationId, window)).not.toBeNull());
  if (begun !== null) happens(sync, begun);
  await eventually(async () => expect(await snapshot.resumption(organizationId, window)).toBeNull());
  // The first is still under way; ended, it brings nothing back.
  (begun as FastifyReply | null)?.raw.end();
  await eventually(() => expect(refused).toBeGreaterThan(0));
  await eventually(() => expect(sync.hindered()).toEqual([]));
  expect([await snapshot.standings(), await snapshot.resumption(organizationId, window)]).toEqual([[], null]);
});

const seldom = { firstMs: 3_600_000, mostMs: 3_600_000 };

test.each<[string, "changes" | "fill"]>([
  ["cannot tell any more what changed since", "changes"],
  ["does not go on at a place", "fill"],
])(
  "where the server %s it is read from the beginning at once, and nothing is told to have failed",
  async (_, refuses) => {
    let begun: FastifyReply | null = null;
    const asked: unknown[] = [];
    const whole = linesOf([beginning, ...pages(0), { type: "end", revision: 7, counts }]);
    const left = linesOf([
      beginning,
      ...pages(20),
      { type: "end", revision: 7, counts: { ...counts, members: 5 * batch } },
    ]);
    const server = await stubServer({
      "organization.list": async () => listed,
      "organization.changes": async () => ({ revision: 7, topics: [], reset: "size", changes: null }),
      "snapshot.fill": async ({ query }, reply) => {
        const { after } = query as { after?: string };
        if (begun === null) return (begun = begin(reply));
        asked.push(after);
        if (after === undefined) return await reply.send(whole);
        return refuses === "changes" ? await reply.send(left) : await sendFault(reply, { kind: "invalid", issues: [] });
      },
    });
    const { snapshot, sync } = begunSync(server.url, { delays: seldom });
    await eventually(async () => expect(await snapshot.resumption(organizationId, window)).not.toBeNull());
    (begun as FastifyReply | null)?.raw.destroy();
    await eventually(() => expect(sync.hindered()).toEqual([{ id: organizationId, why: "server" }]));
    sync.tryAgain();
    // The next try is an hour away.
    await eventually(async () => expect(await snapshot.standings()).toMatchObject([{ organizationId, revision: 7 }]));
    await eventually(() => expect(sync.hindered()).toEqual([]));
    expect(asked).toEqual([`members:${memberAt(199, 7).id}`, undefined]);
    expect((await snapshot.stored())[0]?.rows).toBe(all * batch);
  },
);
