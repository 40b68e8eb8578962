import { createParser } from "eventsource-parser";
import { FeedEvent } from "#contract/feed.ts";
import { hexDigestOf } from "#server/dispatch/token.ts";
import { announce } from "#server/feed/notices.ts";
import { feedHandlers } from "#server/operations/feed.ts";
import { authenticateTogether } from "#server/storage/authenticate-together.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { furnishTeam } from "../teams.ts";
import { eventually } from "#test/support/eventually.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";

/** Two servers on one database: what one commits, the other tells. */
let here: TestServer;
let there: TestServer;
let owner: Person;
let organizationId: string;

beforeAll(async () => {
  here = await startTestServer();
  there = await startTestServer({ databaseUrl: here.databaseUrl });
  await Promise.all([here, there].map(({ app }) => app.listen({ port: 0, host: "127.0.0.1" })));
  owner = await here.person("Olivia Owner");
  organizationId = (await here.call("organization.create", { name: "Northwind" }, { as: owner })).value?.id ?? "";
});
afterAll(async () => {
  await there.stop();
  await here.stop();
});

/** Follows the feed over real HTTP. */
async function follow(server: TestServer, person: Person) {
  const address = server.app.server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  const stop = new AbortController();
  const response = await fetch(`http://127.0.0.1:${address.port}/v1/feed`, {
    headers: { authorization: `Bearer ${person.token}` },
    signal: stop.signal,
  });
  const events: FeedEvent[] = [];
  let ended = false;
  const parser = createParser({ onEvent: ({ data }) => void events.push(FeedEvent.parse(JSON.parse(data))) });
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) parser.feed(decoder.decode(chunk, { stream: true }));
  })()
    .catch(() => undefined)
    .finally(() => (ended = true));
  const seen = async (match: Partial<FeedEvent>) => {
    await eventually(() => expect(events).toContainEqual(expect.objectContaining(match)));
  };
  await seen({ type: "ready" });
  return { events, seen, isEnded: () => ended, stop: async () => (stop.abort(), reading) };
}

describe("the live feed", () => {
  it("tells an owner, and nobody else, that an Admin demoted another", async () => {
    const [admin, other] = await Promise.all([here.person("Adam Admin"), here.person("Ana Admin")]);
    const team = await furnishTeam(here, "agency", [
      { person: owner, role: "owner" },
      { person: admin, role: "admin" },
      { person: other, role: "admin" },
    ]);
    const at = { organizationId: team.organizationId };
    await here.call("organization.setRules", { ...at, adminsDemoteAdmins: true }, { as: owner });
    const [told, untold] = await Promise.all([follow(there, owner), follow(there, other)]);
    const memberId = team.memberIds[2] ?? "";
    const done = await here.call("member.changeRole", { ...at, memberId, role: "member" }, { as: admin });
    expect(done.status).toBe(200);
    await told.seen({
      type: "adminDemoted",
      ...at,
      byName: "Adam Admin",
      memberName: "Ana Admin",
      toRoleName: "Member",
    });
    // Both were announced by the same commit.
    await untold.seen({ type: "changed", ...at });
    expect(untold.events.map(({ type }) => type)).not.toContain("adminDemoted");
    await Promise.all([told.stop(), untold.stop()]);
  });

  it("tells of a change that another server committed, with its revision and topics", async () => {
    const feed = await follow(there, owner);
    await here.call("organization.update", { organizationId, name: "Northwind Traders" }, { as: owner });
    await feed.seen({ type: "changed", organizationId, revision: 2, topics: ["organization", "audit"] });
    await feed.stop();
  });

  it("tells nobody else", async () => {
    const stranger = await here.person("Sam Stranger");
    const feed = await follow(there, stranger);
    const own = (await here.call("organization.create", { name: "Elsewhere" }, { as: stranger })).value?.id ?? "";
    await here.call("organization.update", { organizationId, name: "Northwind" }, { as: owner });
    await here.call("organization.update", { organizationId: own, name: "Elsewhere too" }, { as: stranger });
    await feed.seen({ type: "changed", organizationId: own, revision: 2 });
    expect(feed.events.filter((event) => "organizationId" in event && event.organizationId === organizationId)).toEqual(
      [],
    );
    await feed.stop();
  });

  it("stops for a removed member before anything later is told (attack case 15)", async () => {
    const member = await here.person("Mia Member");
    const sent = await here.call(
      "invitation.send",
      { organizationId, emails: [member.email], role: "member" },
      { as: owner },
    );
    expect(sent.status).toBe(200);
    const inbox = await here.call("me.listInvitations", {}, { as: member });
    const invitationId = inbox.value?.items[0]?.id ?? "";
    const feed = await follow(there, member);
    const joined = await here.call("invitation.acceptReceived", { invitationId }, { as: member });
    await feed.seen({ type: "membershipStarted", organizationId });
    const memberId = joined.value?.memberId ?? "";
    await here.call("member.remove", { organizationId, memberId }, { as: owner });
    await feed.seen({ type: "membershipEnded", organizationId });
    const before = feed.events.length;
    await here.call("organization.update", { organizationId, name: "Without Mia" }, { as: owner });
    await announce(here.services.pools.system, [
      {
        type: "membershipStarted",
        organizationId: "01920000-0000-7000-8000-000000000000",
        accountId: member.accountId,
      },
    ]);
    await feed.seen({ type: "membershipStarted", organizationId: "01920000-0000-7000-8000-000000000000" });
    expect(feed.events.slice(before)).toHaveLength(1);
    await feed.stop();
  });

  it("ends with its session", async () => {
    const person = await here.person("Ida Idle");
    const feed = await follow(there, person);
    await here.call("session.signOutEverywhere", {}, { as: person });
    await feed.seen({ type: "signedOut" });
    await eventually(() => expect(feed.isEnded()).toBe(true));
  });

  it("does not begin for a session that ended while it was opened", async () => {
    const person = await here.person("Rita Race");
    const { pools } = here.services;
    const known = await authenticateTogether(pools, hexDigestOf(person.token), null);
    if (known === null) throw new Error("not signed in");
    await here.call("session.signOutEverywhere", {}, { as: person });
    const caller = {
      requestId: "",
      address: "",
      userAgent: "",
      token: person.token,
      idempotencyKey: null,
      basis: null,
    };
    const context = { services: here.services, caller: { ...caller, now: new Date() }, ...known };
    await expect(feedHandlers["feed.follow"](context)).rejects.toMatchObject({ fault: { kind: "unauthenticated" } });
  });

  it("has a person's newest streams, so many on one server", async () => {
    const person = await here.person("Wanda Windows");
    const feeds: Awaited<ReturnType<typeof follow>>[] = [];
    for (let index = 0; index < 22; index += 1) feeds.push(await follow(there, person));
    await eventually(() => expect(feeds.map(({ isEnded }) => isEnded())).toEqual(feeds.map((_, index) => index < 2)));
    for (const feed of feeds) await feed.stop();
  });

  it("needs a sign-in", async () => {
    expect((await here.app.inject({ url: "/v1/feed" })).statusCode).toBe(401);
  });

  it("falls silent for a member at the very end of their access, before anything wrote it down", async () => {
    const guest = await here.person("Gwen Guest");
    const { system } = here.services.pools;
    const access_until = new Date(Date.now() + 3_000);
    const row = { organization_id: organizationId, id: guest.accountId, account_id: guest.accountId, access_until };
    await system
      .insertInto("members")
      .values({ ...row, role: "member" })
      .execute();
    const feed = await follow(there, guest);
    await eventually(() => expect(Date.now()).toBeGreaterThan(access_until.getTime()));
    await here.call("organization.update", { organizationId, industry: "Shipping" }, { as: owner });
    const owners = await follow(there, owner);
    await here.call("organization.update", { organizationId, industry: "Freight" }, { as: owner });
    await owners.seen({ type: "changed", organizationId });
    expect(feed.events.filter(({ type }) => type === "changed")).toEqual([]);
    await Promise.all([feed.stop(), owners.stop()]);
    await system.deleteFrom("members").where("id", "=", guest.accountId).execute();
  });

  it("falls silent for an owner at the end of their access, and goes on when it is lengthened", async () => {
    const [leaving, other] = await Promise.all([here.person("Lea Leaving"), here.person("Otto Other")]);
    const { organizationId: at, memberIds } = await furnishTeam(here, "agency", [
      { person: leaving, role: "owner" },
      { person: other, role: "owner" },
    ]);
    const memberId = memberIds[0] ?? "";
    const end = new Date(Date.now() + 1_500);
    const set = { organizationId: at, memberId };
    await here.call("member.setAccessUntil", { ...set, accessUntil: end.toISOString() }, { as: other });
    const feed = await follow(there, leaving);
    const others = await follow(there, other);
    const heard = () => feed.events.filter((event) => "organizationId" in event && event.organizationId === at);
    await here.call("organization.update", { organizationId: at, industry: "Shipping" }, { as: other });
    await feed.seen({ type: "changed", organizationId: at, revision: 2 });
    await eventually(() => expect(Date.now()).toBeGreaterThan(end.getTime()));
    await here.call("organization.update", { organizationId: at, industry: "Freight" }, { as: other });
    await others.seen({ type: "changed", organizationId: at, revision: 3 });
    // What is told of another organization comes behind it.
    const own = (await here.call("organization.create", { name: "Own" }, { as: leaving })).value?.id ?? "";
    await feed.seen({ type: "membershipStarted", organizationId: own });
    expect(heard()).toHaveLength(1);
    await here.call("member.setAccessUntil", { ...set, accessUntil: null }, { as: other });
    await here.call("organization.update", { organizationId: at, industry: "Shipping" }, { as: other });
    await feed.seen({ type: "changed", organizationId: at, revision: 5 });
    await Promise.all([feed.stop(), others.stop()]);
  });
});
