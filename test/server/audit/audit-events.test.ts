import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "kysely";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";

let server: TestServer;
let owner: Person;
let organizationId: string;

const rename = async (name: string) => {
  const { status } = await server.call("organization.update", { organizationId, name }, { as: owner });
  expect(status).toBe(200);
};

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  const created = await server.call("organization.create", { name: "Northwind" }, { as: owner });
  organizationId = created.value?.id ?? "";
  for (let index = 1; index <= 12; index += 1) await rename(`Northwind ${index}`);
});
afterAll(async () => server.stop());

const list = async (input: Record<string, unknown> = {}) => {
  const { value } = await server.call("auditEvent.list", { organizationId, ...input }, { as: owner });
  if (value === undefined) throw new Error("no page");
  return value;
};

describe("the audit log", () => {
  it("holds one event for each command, without gaps, each chained to the one before", async () => {
    const { items, total } = await list({ limit: 100 });
    expect(total).toBe(13);
    expect(items.map((event) => event.revision)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    for (const [index, event] of items.slice(0, -1).entries()) expect(event.previousHash).toBe(items[index + 1]?.hash);
  });

  it("says who changed what from what to what", async () => {
    const [event] = (await list({ limit: 1 })).items;
    expect(event).toMatchObject({
      action: "organization.updated",
      actor: { accountId: owner.accountId, name: "Olivia Owner" },
      before: { name: "Northwind 11" },
      after: { name: "Northwind 12" },
    });
  });

  it("pages back to the beginning and forth again", async () => {
    const first = await list({ limit: 5 });
    const second = await list({ limit: 5, older: first.older ?? "" });
    const third = await list({ limit: 5, older: second.older ?? "" });
    expect([first, second, third].flatMap((page) => page.items.map((event) => event.revision))).toEqual([
      13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1,
    ]);
    expect(third.older).toBeNull();
    const back = await list({ limit: 5, newer: third.newer ?? "" });
    expect(back.items.map((event) => event.revision)).toEqual([8, 7, 6, 5, 4]);
  });

  it("finds nothing newer at its head and then what came", async () => {
    const { newer } = await list({ limit: 1 });
    expect((await list({ newer: newer ?? "" })).items).toEqual([]);
    await rename("Northwind 13");
    expect((await list({ newer: newer ?? "" })).items.map((event) => event.revision)).toEqual([14]);
  });

  it.each([
    ["the action", { action: ["organization.created"] }, [1]],
    ["a text in the target, whatever its case", { text: "NORTHWIND 7" }, [8]],
    ["a text with a wildcard taken literally", { text: "%" }, []],
    ["a person who did nothing", { actorId: "01920000-0000-7000-8000-000000000000" }, []],
    ["a time before everything", { to: "2020-01-01T00:00:00.000Z" }, []],
  ])("filters by %s", async (_what, filter, revisions) => {
    expect((await list(filter)).items.map((event) => event.revision)).toEqual(revisions);
  });

  it("refuses a position of another list", async () => {
    const { fault } = await server.call(
      "auditEvent.list",
      { organizationId, older: "bm90IGEgY3Vyc29y" },
      { as: owner },
    );
    expect(fault?.kind).toBe("invalid");
  });
});

describe("an export", () => {
  const url = (query: string) => `/v1/organizations/${organizationId}/audit-events/export?${query}`;
  const get = (query: string, person = owner) =>
    server.app.inject({ url: url(query), headers: { authorization: `Bearer ${person.token}` } });

  it("is JSON that parses, oldest first, with the count ahead", async () => {
    const response = await get("format=json");
    const events = response.json<{ revision: number }[]>();
    expect(response.headers["x-total-count"]).toBe(String(events.length));
    expect(events.map((event) => event.revision)).toEqual(events.map((_, index) => index + 1));
  });

  it("is CSV in which a formula stays text (attack case 18)", async () => {
    await rename('=HYPERLINK("http://evil.example","x")');
    const response = await get("format=csv&text=hyperlink");
    expect(response.headers["content-type"]).toContain("text/csv");
    expect(response.body).toContain("'=HYPERLINK");
    expect(response.body).not.toMatch(/(^|,)"?=HYPERLINK/m);
  });

  it("tells as many as it holds while the log goes on", async () => {
    const renames = Promise.all(Array.from({ length: 40 }, (_, index) => rename(`Busy ${index}`)));
    const exports = await Promise.all(Array.from({ length: 40 }, () => get("format=json")));
    await renames;
    for (const { headers, json } of exports) expect(headers["x-total-count"]).toBe(String(json<unknown[]>().length));
  });

  it("follows the filter", async () => {
    expect((await get("format=json&action=organization.created")).json()).toHaveLength(1);
    expect((await get("format=json&text=nobody-did-this")).json()).toEqual([]);
  });

  it("is refused to strangers", async () => {
    const stranger = await server.person("Sam Stranger");
    expect((await get("format=json", stranger)).statusCode).toBe(404);
  });
});

describe("verification", () => {
  const verify = async () => (await server.call("auditEvent.verify", { organizationId }, { as: owner })).value;

  it("finds an untouched chain intact", async () => {
    const report = await verify();
    expect(report).toMatchObject({ intact: true, brokenAt: null, problem: null });
    expect(report?.events).toBe((await list()).total);
  });

  it("names the first event that somebody with the database's password rewrote", async () => {
    const db = server.services.pools.system;
    await sql`alter table audit_events disable trigger user`.execute(db);
    await sql`update audit_events set actor_name = 'Mallory' where organization_id = ${organizationId} and revision = 5`.execute(
      db,
    );
    expect(await verify()).toMatchObject({ intact: false, brokenAt: 5, problem: "hash" });
    await sql`delete from audit_events where organization_id = ${organizationId} and revision = 5`.execute(db);
    expect(await verify()).toMatchObject({ intact: false, brokenAt: 5, problem: "gap" });
  });
});
