import { topics } from "#contract/auditActions.ts";
import type { FeedEvent } from "#contract/feed.ts";
import { createConnection } from "#main/connection.ts";
import { createRemote } from "#main/remote/remote.ts";
import { createFeed } from "#main/sync/feed.ts";
import type { FastifyReply } from "fastify";
import { eventually } from "#test/support/eventually.ts";
import { expect, onTestFinished, test } from "vitest";
import { organizationId } from "../support/people.ts";
import { sendFault, stubServer } from "../support/stub-server.ts";
import { heldTokens } from "../support/tokens.ts";

/** A feed whose every opening is answered by the next of `openings`, and by the last from then on. */
async function follow(openings: ((reply: FastifyReply) => unknown)[], silenceMs = 60_000) {
  let count = 0;
  const server = await stubServer({
    "feed.follow": async (_, reply) => openings[Math.min(count++, openings.length - 1)]?.(reply),
  });
  const events: FeedEvent[] = [];
  const remote = createRemote({ baseUrl: () => server.url, tokens: heldTokens("access", null) });
  const connection = createConnection({ probe: async () => false, onChange: () => {} });
  const feed = createFeed({
    remote,
    connection,
    onEvent: (event) => events.push(event),
    delays: { firstMs: 5, mostMs: 10 },
    silenceMs,
  });
  feed.start();
  onTestFinished(() => {
    feed.stop();
    connection.stop();
  });
  return { feed, events, openings: () => count };
}

const stream = (text: string, end: boolean) => (reply: FastifyReply) => {
  reply.hijack();
  reply.raw.writeHead(200, { "content-type": "text/event-stream" });
  reply.raw.write(text);
  if (end) reply.raw.end();
};
const ready = 'data: {"type":"ready"}\n\n';

test("events arrive in order; what is damaged or unknown is passed over", async () => {
  const changed = { type: "changed", organizationId, revision: 3, topics: ["members"] };
  const text = [
    ready,
    "data: {broken\n\n",
    'data: {"type":"later"}\n\n',
    ": comment\n\n",
    `data: ${JSON.stringify(changed)}\n\n`,
  ];
  const { events } = await follow([stream(text.join(""), false)]);
  await eventually(() => expect(events).toEqual([{ type: "ready" }, changed]));
});

test("a change of a topic that only a newer server knows is a change of everything", async () => {
  const changed = { type: "changed", organizationId, revision: 3, topics: ["members", "badges"] };
  const { events } = await follow([stream(`${ready}data: ${JSON.stringify(changed)}\n\n`, false)]);
  await eventually(() => expect(events).toEqual([{ type: "ready" }, { ...changed, topics }]));
});

test("a feed that ended, is refused for now or fell silent is opened again", async () => {
  const unavailable = async (reply: FastifyReply) => await sendFault(reply, { kind: "unavailable" });
  const { events, openings } = await follow(
    [stream(ready, true), unavailable, stream(ready, false), stream(ready, false)],
    200,
  );
  await eventually(() => expect(openings()).toBeGreaterThanOrEqual(4));
  expect(events.length).toBeGreaterThanOrEqual(3);
});

test("a session that ended is not asked for again", async () => {
  const ended = async (reply: FastifyReply) => await sendFault(reply, { kind: "unauthenticated", reason: "invalid" });
  const { openings } = await follow([ended]);
  await eventually(() => expect(openings()).toBe(1));
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(openings()).toBe(1);
});

test("a stopped feed says nothing more", async () => {
  const { feed, events, openings } = await follow([stream(ready, false)], 200);
  await eventually(() => expect(events).toContainEqual({ type: "ready" }));
  feed.stop();
  const before = [events.length, openings()];
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect([events.length, openings()]).toEqual(before);
});
