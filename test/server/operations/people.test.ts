import type { Given, Output } from "#contract/operations.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam, type FurnishedTeam } from "../teams.ts";

let server: TestServer;
let manager: Person;
let ada: Person;
let bea: Person;
let cem: Person;
let stranger: Person;
let agency: FurnishedTeam;
let social: FurnishedTeam;
/** Where the manager is only a member. */
let elsewhere: FurnishedTeam;

beforeAll(async () => {
  server = await startTestServer();
  const person = (name: string) => server.person(name);
  [manager, ada, bea, cem, stranger] = [
    await person("Mona Manager"),
    await person("Ada Adams"),
    await person("Bea Brown"),
    await person("Cem Celik"),
    await person("Sam Stranger"),
  ];
  agency = await furnishTeam(server, "agency", [
    { person: manager, role: "owner" },
    { person: ada, role: "admin" },
    { person: bea, role: "member", status: "removed" },
  ]);
  social = await furnishTeam(server, "social", [
    { person: manager, role: "admin" },
    { person: ada, role: "member" },
    { person: cem, role: "member", status: "deactivated" },
  ]);
  elsewhere = await furnishTeam(server, "agency", [
    { person: stranger, role: "owner" },
    { person: manager, role: "member" },
    { person: ada, role: "member" },
  ]);
  await seen(ada, social, new Date("2026-10-01T08:00:00.123Z"));
  await seen(ada, elsewhere, new Date("2026-11-01T08:00:00.000Z"));
  await server.services.pools.system
    .updateTable("accounts")
    .set({ two_factor_since: new Date() })
    .where("id", "=", cem.accountId)
    .execute();
});
afterAll(async () => server.stop());

const seen = (person: Person, team: FurnishedTeam, at: Date) =>
  server.services.pools.system
    .updateTable("members")
    .set({ last_seen_at: at })
    .where("organization_id", "=", team.organizationId)
    .where("account_id", "=", person.accountId)
    .execute();

async function list(input: Given<"people.list"> = {}, as = manager): Promise<Output<"people.list">> {
  const { value, fault } = await server.call("people.list", input, { as });
  expect(fault).toBeUndefined();
  if (value === undefined) throw new Error("No answer");
  return value;
}

const names = async (input: Given<"people.list">) => (await list(input)).items.map(({ name }) => name);

test("one row a person, with their places only where the caller manages", async () => {
  const { items, total, matching } = await list();
  expect(items.map(({ name }) => name)).toEqual(["Ada Adams", "Cem Celik", "Mona Manager"]);
  expect({ total, matching }).toEqual({ total: 4, matching: 3 });
  const [first] = items;
  expect(first).toMatchObject({ accountId: ada.accountId, twoFactor: false, lastSeenAt: "2026-10-01T08:00:00.123Z" });
  expect(new Set(first?.memberships.map(({ organizationId }) => organizationId))).toEqual(
    new Set([agency.organizationId, social.organizationId]),
  );
  expect(first?.memberships.find(({ organizationId }) => organizationId === social.organizationId)).toMatchObject({
    memberId: social.memberIds[1],
    role: "member",
    status: "active",
    lastSeenAt: "2026-10-01T08:00:00.123Z",
  });
});

test.each<[string, Given<"people.list">, string[]]>([
  ["search by name", { search: "ada ad" }, ["Ada Adams"]],
  ["search by address", { search: "cem.celik" }, ["Cem Celik"]],
  ["former members", { status: ["removed"] }, ["Bea Brown"]],
  ["deactivated ones", { status: ["deactivated"] }, ["Cem Celik"]],
  ["owners of any preset", { role: ["ownerClass"] }, ["Mona Manager"]],
  ["a role by its key", { role: ["member"] }, ["Ada Adams", "Cem Celik"]],
  ["never seen", { seen: "never" }, ["Cem Celik", "Mona Manager"]],
  ["seen before", { seen: "before", seenAt: "2026-10-02T00:00:00.000Z" }, ["Ada Adams"]],
  ["not seen since", { seen: "since", seenAt: "2026-10-02T00:00:00.000Z" }, []],
  ["with a second factor", { twoFactor: "yes" }, ["Cem Celik"]],
  ["without", { twoFactor: "no" }, ["Ada Adams", "Mona Manager"]],
])("filters: %s", async (_what, input, expected) => {
  expect(await names(input)).toEqual(expected);
});

test("role, client and status are asked of one membership, not of several together", async () => {
  const { organizationId } = social;
  expect(await names({ client: [organizationId], role: ["admin"] })).toEqual(["Mona Manager"]);
  expect(await names({ client: [organizationId], status: ["active"] })).toEqual(["Ada Adams", "Mona Manager"]);
});

test.each(["name", "email", "lastSeenAt", "organizations"] as const)(
  "by %s, the pages join without a gap in either direction",
  async (sort) => {
    for (const direction of ["ascending", "descending"] as const) {
      const status: ("active" | "deactivated" | "removed")[] = ["active", "deactivated", "removed"];
      const whole = await list({ sort, direction, status });
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ sort, direction, status, limit: 1, ...(cursor === undefined ? {} : { cursor }) });
        expect(page.total).toBe(4);
        found.push(...page.items.map(({ accountId }) => accountId));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      expect(found).toEqual(whole.items.map(({ accountId }) => accountId));
      expect(found).toHaveLength(4);
    }
  },
);

test("one person by their account, and nobody of whom the caller manages nothing", async () => {
  const statuses: ("active" | "deactivated" | "removed")[] = ["active", "deactivated", "removed"];
  const named = async (person: string) => await names({ person, status: statuses, limit: 1 });
  expect(await named(ada.accountId)).toEqual(["Ada Adams"]);
  expect(await named(bea.accountId)).toEqual(["Bea Brown"]);
  expect(await names({ person: bea.accountId })).toEqual([]);
  expect(await named(stranger.accountId)).toEqual([]);
  expect(await named(agency.organizationId)).toEqual([]);
});

test("a client that the caller does not manage shows nobody, as one that does not exist", async () => {
  expect(await names({ client: [elsewhere.organizationId] })).toEqual([]);
  expect((await list({}, cem)).items).toEqual([]);
  expect((await list({}, stranger)).items.map(({ name }) => name)).toEqual([
    "Ada Adams",
    "Mona Manager",
    "Sam Stranger",
  ]);
});

test("a time of any year is compared with the last visit", async () => {
  for (const [seenAt, older] of [
    ["0000-01-01T00:00:00Z", false],
    ["9999-12-31T23:59:59Z", true],
  ] as const) {
    const before = await list({ seen: "before", seenAt });
    expect(before.items.length > 0).toBe(older);
    expect((await list({ seen: "since", seenAt })).items.length > 0).toBe(!older);
  }
});

test("a cursor is good for its own caller, sort and filters alone", async () => {
  const { next } = await list({ limit: 1 });
  const cursor = next ?? "";
  for (const input of [{ sort: "email" as const }, { search: "a" }, { twoFactor: "no" as const }]) {
    const { fault } = await server.call("people.list", { ...input, cursor }, { as: manager });
    expect(fault).toMatchObject({ kind: "invalid", issues: [{ path: "cursor" }] });
  }
  expect((await server.call("people.list", { cursor }, { as: stranger })).status).toBe(400);
  expect((await server.call("people.list", { seen: "before" }, { as: manager })).fault).toMatchObject({
    issues: [{ path: "seenAt" }],
  });
});

test("the organizations say what the caller may do and give there", async () => {
  await server.services.pools.system
    .updateTable("organizations")
    .set({ seat_price: 1200, currency: "EUR" })
    .where("id", "=", agency.organizationId)
    .execute();
  const { value } = await server.call("people.organizations", {}, { as: manager });
  expect(value?.items.map(({ id }) => id).sort()).toEqual([agency.organizationId, social.organizationId].sort());
  expect(value?.items.find(({ id }) => id === agency.organizationId)).toMatchObject({
    role: "owner",
    may: { invite: true, remove: true, changeRole: true },
    held: false,
    seats: { limit: null, used: 2, pending: 0, free: null },
    seatPrice: { amount: 1200, currency: "EUR" },
  });
  const { value: adas } = await server.call("people.organizations", {}, { as: ada });
  expect(adas?.items.map(({ id }) => id)).toEqual([agency.organizationId]);
  expect(adas?.items[0]?.roles.filter(({ mayGive }) => mayGive).map(({ key }) => key)).toEqual(["member"]);
});
