import { memberSorts } from "#contract/lists.ts";
import type { Given } from "#contract/operations.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { furnishTeam } from "../teams.ts";

/** Pages of the team: each order both ways, none twice, none missed. */
let server: TestServer;
let owner: Person;
let organizationId: string;

const names = ["Émile Ōta", "emil berg", "Zoë 100%", "Ana_Ruiz", "Ana Ruiz", "Łukasz Kos", "李 小龍", "Bo", "Bo", "bo"];

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  const people = await Promise.all(names.map((name) => server.person(name)));
  const team = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    ...people.map((person, index) => ({ person, role: index % 3 === 0 ? "admin" : "member" })),
  ]);
  organizationId = team.organizationId;
  for (const [index, id] of team.memberIds.entries()) {
    const joined_at = new Date(Date.now() - (index % 4) * 1000);
    const last_seen_at = index % 2 === 0 ? null : new Date(Date.now() - (index % 5) * 1000);
    await server.services.pools.system
      .updateTable("members")
      .set({ joined_at, last_seen_at })
      .where("id", "=", id)
      .execute();
  }
});
afterAll(async () => server.stop());

async function walk(input: Omit<Given<"member.list">, "organizationId">) {
  const items = [];
  let cursor: string | undefined;
  do {
    const page = await server.call(
      "member.list",
      { organizationId, ...input, ...(cursor === undefined ? {} : { cursor }) },
      { as: owner },
    );
    if (page.value === undefined) throw new Error(JSON.stringify(page.fault));
    items.push(...page.value.items);
    cursor = page.value.next ?? undefined;
  } while (cursor !== undefined);
  return items;
}

describe.each(memberSorts)("by %s", (sort) => {
  test.each([1, 2, 3, 7])("pages of %i join into the whole list, both ways", async (limit) => {
    const whole = await walk({ sort, limit: 200 });
    const up = await walk({ sort, limit });
    const down = await walk({ sort, limit, direction: "descending" });
    expect(whole).toHaveLength(names.length + 1);
    expect(up.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    expect(down.map(({ id }) => id)).toEqual(whole.map(({ id }) => id).toReversed());
  });
});

const found = async (search: string) => (await walk({ search, limit: 3 })).map(({ name }) => name);

test("a search folds marks and case, and takes signs as they are", async () => {
  expect(await found("emil")).toEqual(["emil berg", "Émile Ōta"]);
  expect(await found("OTA")).toEqual(["Émile Ōta"]);
  expect(await found("100%")).toEqual(["Zoë 100%"]);
  expect(await found("%")).toEqual(["Zoë 100%"]);
  expect(await found("ana_")).toEqual(["Ana_Ruiz"]);
  expect(await found("小龍")).toEqual(["李 小龍"]);
  expect(await found("\\")).toEqual([]);
});

test("the first page counts what search and role leave", async () => {
  const input = { organizationId, role: ["admin"], limit: 2 };
  const first = await server.call("member.list", input, { as: owner });
  expect(first.value).toMatchObject({ total: names.length + 1, matching: 4 });
  const next = await server.call("member.list", { ...input, cursor: first.value?.next ?? "" }, { as: owner });
  expect(next.value).toMatchObject({ total: names.length + 1, matching: null, next: null });
  const none = await server.call("member.list", { organizationId, role: ["nobody"] }, { as: owner });
  expect(none.value).toMatchObject({ items: [], matching: 0 });
});

test("a position under another sort, filter or search is refused", async () => {
  const page = await server.call("member.list", { organizationId, limit: 1 }, { as: owner });
  const cursor = page.value?.next ?? "";
  for (const other of [{ sort: "role" as const }, { search: "bo" }, { role: ["admin"] }]) {
    const reply = await server.call("member.list", { organizationId, limit: 1, cursor, ...other }, { as: owner });
    expect(reply.fault).toMatchObject({ kind: "invalid", issues: [{ path: "cursor" }] });
  }
});

test("hostile searches are refused or find nothing", async () => {
  const nul = await server.call("member.list", { organizationId, search: "a\u0000b" }, { as: owner });
  expect(nul.fault).toMatchObject({ kind: "invalid", issues: [{ path: "search", code: "control" }] });
  const role = await server.call("member.list", { organizationId, role: ["a\u0000b"] }, { as: owner });
  expect(role.fault).toMatchObject({ kind: "invalid", issues: [{ path: "role.0", code: "control" }] });
});

test("a forged position is refused before it reaches the database", async () => {
  const page = await server.call("member.list", { organizationId, limit: 1 }, { as: owner });
  const [version, scope] = JSON.parse(Buffer.from(page.value?.next ?? "", "base64url").toString()) as unknown[];
  for (const keys of [["not-an-id", 0], [owner.accountId, "now()"], [owner.accountId, 0.5], [], [null, null]]) {
    const cursor = Buffer.from(JSON.stringify([version, scope, keys])).toString("base64url");
    const reply = await server.call("member.list", { organizationId, limit: 1, cursor }, { as: owner });
    expect(reply.fault).toMatchObject({ kind: "invalid", issues: [{ path: "cursor" }] });
  }
});
