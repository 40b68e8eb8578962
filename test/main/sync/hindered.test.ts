import type { SnapshotFrame } from "#contract/entities/snapshot.ts";
import { eventually } from "#test/support/eventually.ts";
import type { FastifyReply } from "fastify";
import { brotliCompressSync, constants } from "node:zlib";
import { expect, test } from "vitest";
import { eventAt, factsAt, memberAt, organizationId } from "../snapshot/support/rows.ts";
import { stubServer } from "../support/stub-server.ts";
import { begunSync } from "./support/begun.ts";

const listed = () => ({ items: [factsAt(9).organization], next: null, total: 1, matching: 1 });
const soon = { firstMs: 10, mostMs: 20 };
const seldom = { firstMs: 3_600_000, mostMs: 3_600_000 };
const nothing = { workspaces: 0, members: 0, invitations: 0, events: 0 };
const linesOf = (frames: readonly SnapshotFrame[]) => frames.map((frame) => `${JSON.stringify(frame)}\n`).join("");
const whole = (revision: number) =>
  linesOf([
    { type: "facts", facts: factsAt(revision), expected: nothing },
    { type: "end", revision, counts: nothing },
  ]);

const packed = (reply: FastifyReply, body: Buffer) =>
  reply
    .header("content-encoding", "br")
    .send(brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }));

test.each<[string, string, (reply: FastifyReply) => unknown]>([
  ["a page of a hotel's network", "unreadable", (reply) => reply.send("<html>Sign in to our Wi-Fi</html>\n")],
  ["32 megabytes in a few bytes", "unreadable", (reply) => packed(reply, Buffer.alloc(32 * 1024 * 1024, " "))],
  ["what claims to be compressed", "server", (reply) => reply.header("content-encoding", "br").send("not at all")],
  ["nothing", "server", (reply) => reply.send("")],
  ["a fault", "server", (reply) => reply.status(500).send("")],
])("a fill that is %s is told as such, and tried at once when asked for", async (_, why, spoil) => {
  let spoiled = true;
  const server = await stubServer({
    "organization.list": listed,
    "snapshot.fill": async (_request, reply) => (spoiled ? spoil(reply) : await reply.send(whole(9))),
  });
  const { snapshot, sync } = begunSync(server.url, { delays: seldom });
  await eventually(() => expect(sync.hindered()).toEqual([{ id: organizationId, why }]));
  expect(await snapshot.standings()).toEqual([]);
  spoiled = false;
  sync.tryAgain();
  await eventually(async () => expect(await snapshot.standings()).toMatchObject([{ organizationId, revision: 9 }]));
  await eventually(() => expect(sync.hindered()).toEqual([]));
});

test("a list of organizations that cannot be read is asked for again", async () => {
  let asked = 0;
  const server = await stubServer({
    "organization.list": async (_, reply) => ((asked += 1) === 1 ? await reply.status(500).send("") : listed()),
    "snapshot.fill": async (_, reply) => await reply.send(whole(9)),
  });
  const { snapshot } = begunSync(server.url, { delays: soon });
  await eventually(async () => expect(await snapshot.standings()).toMatchObject([{ organizationId, revision: 9 }]));
});

test("a fill that is cut goes on where it was, and is shown with what changed meanwhile", async () => {
  const batch = 10;
  const page = (from: number, revision: number): SnapshotFrame => ({
    type: "members",
    rows: Array.from({ length: batch }, (_, index) => memberAt(from + index, revision)),
  });
  const asked: (string | null)[] = [];
  const shown: unknown[] = [];
  const server = await stubServer({
    "organization.list": listed,
    "snapshot.fill": async ({ query }, reply) => {
      const { after = null } = query as { after?: string };
      asked.push(after);
      const beginning: SnapshotFrame = { type: "facts", facts: factsAt(after === null ? 7 : 8), expected: nothing };
      if (after === null) {
        const pages = Array.from({ length: 25 }, (_, index) => page(index * batch, 7));
        return await reply.send(linesOf([beginning, ...pages]));
      }
      const counts = { ...nothing, members: batch };
      return await reply.send(linesOf([beginning, page(20 * batch, 8), { type: "end", revision: 8, counts }]));
    },
    "organization.changes": async ({ query }) => {
      shown.push(query, await snapshot.standings());
      const changes = { facts: factsAt(9), workspaces: null, members: [memberAt(0, 9)], invitations: [] };
      return { revision: 9, topics: [], reset: null, changes: { ...changes, events: [eventAt(8), eventAt(9)] } };
    },
  });
  const { snapshot } = begunSync(server.url, { delays: soon });
  await eventually(async () => expect(await snapshot.standings()).toMatchObject([{ organizationId, revision: 9 }]));
  expect(asked).toEqual([null, `members:${memberAt(199, 7).id}`]);
  // Since the beginning of what was cut; and until it was answered nothing was shown.
  expect(shown).toEqual([{ since: "7", mark: "mark-7" }, []]);
  const [stored] = await snapshot.stored();
  expect([stored?.rows, stored?.events]).toEqual([210, 2]);
});
