import { FeedEvent } from "#contract/feed.ts";
import { createParser } from "eventsource-parser";
import { eventually } from "#test/support/eventually.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam } from "../teams.ts";

/** Case 15: a removed member's open session or live feed still reads. The removal commits on another server. */
let here: TestServer;
let there: TestServer;
let owner: Person;
let member: Person;
let address: string;

beforeAll(async () => {
  here = await startTestServer();
  there = await startTestServer({ databaseUrl: here.databaseUrl });
  address = await here.app.listen({ port: 0, host: "127.0.0.1" });
  owner = await here.person("Olivia Owner");
  member = await here.person("Max Member");
});
afterAll(async () => {
  await there.stop();
  await here.stop();
});

async function follow(person: Person) {
  const stop = new AbortController();
  const headers = { authorization: `Bearer ${person.token}` };
  const response = await fetch(`${address}/v1/feed`, { headers, signal: stop.signal });
  const events: FeedEvent[] = [];
  const parser = createParser({ onEvent: ({ data }) => void events.push(FeedEvent.parse(JSON.parse(data))) });
  const decoder = new TextDecoder();
  const reading = (async () => {
    for await (const chunk of response.body ?? []) parser.feed(decoder.decode(chunk, { stream: true }));
  })().catch(() => undefined);
  const end = async () => {
    stop.abort();
    await reading;
  };
  return { events, end };
}

test.each([
  ["member.remove", 404],
  ["member.deactivate", 403],
] as const)("%s ends reading and the live feed at once, on every server", async (ending, status) => {
  const { organizationId, memberIds } = await furnishTeam(here, "agency", [
    { person: owner, role: "owner" },
    { person: member, role: "admin" },
  ]);
  const feed = await follow(member);
  await eventually(() => expect(feed.events).toContainEqual({ type: "ready" }));
  await there.call("organization.update", { organizationId, industry: "Tea" }, { as: owner });
  await eventually(() => expect(feed.events.some(({ type }) => type === "changed")).toBe(true));

  const removal = { organizationId, memberId: memberIds[1] ?? "" };
  expect((await there.call(ending, removal, { as: owner })).status).toBe(200);
  expect((await here.call("organization.get", { organizationId }, { as: member })).status).toBe(status);
  expect((await here.call("member.list", { organizationId }, { as: member })).status).toBe(status);
  const list = await here.call("organization.list", {}, { as: member });
  expect(list.value?.items.map(({ id }) => id)).not.toContain(organizationId);
  await eventually(() => expect(feed.events).toContainEqual({ type: "membershipEnded", organizationId }));

  await there.call("organization.update", { organizationId, industry: "Coffee" }, { as: owner });
  const marker = await here.call("organization.create", { name: "Marker" }, { as: member });
  await eventually(() =>
    expect(feed.events).toContainEqual({ type: "membershipStarted", organizationId: marker.value?.id ?? "" }),
  );
  const after = feed.events.slice(feed.events.findIndex(({ type }) => type === "membershipEnded") + 1);
  expect(after.filter((event) => "organizationId" in event && event.organizationId === organizationId)).toEqual([]);
  await feed.end();
});
