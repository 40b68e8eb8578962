import type { Output } from "#contract/operations.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { day, furnishTeam } from "../teams.ts";

let server: TestServer;
let me: Person;
let ids: Record<"first" | "second" | "foreign" | "former" | "off", string>;

const rename = (id: string, name: string) =>
  server.services.pools.system.updateTable("organizations").set({ name }).where("id", "=", id).execute();

beforeAll(async () => {
  server = await startTestServer();
  me = await server.person("Mia Manager");
  const [owner, admin, member] = [
    await server.person("Olivia Owner"),
    await server.person("Ada Admin"),
    await server.person("Max Member"),
  ];
  const team = async (name: string, seat: Parameters<typeof furnishTeam>[2][number] | null) => {
    const { organizationId } = await furnishTeam(server, "agency", [
      { person: owner, role: "owner" },
      { person: admin, role: "admin" },
      { person: member, role: "member" },
      ...(seat === null ? [] : [seat]),
    ]);
    await rename(organizationId, name);
    return organizationId;
  };
  ids = {
    second: await team("Beta", { person: me, role: "admin" }),
    first: await team("Alpha", { person: me, role: "member" }),
    foreign: await team("Gamma", null),
    former: await team("Delta", { person: me, role: "owner", status: "removed" }),
    off: await team("Epsilon", { person: me, role: "owner", status: "deactivated" }),
  };
});
afterAll(async () => server.stop());

const ask = (input: { organizationIds?: string[]; search?: string; cursor?: string; limit?: number } = {}) =>
  server.call("permission.whoCan", { permission: "member.invite", ...input }, { as: me });

const seen = (items: Output<"permission.whoCan">["items"]) =>
  items.map(({ organizationId, name }) => [organizationId, name]);

test("people stand by organization and name, each with what gives it to them", async () => {
  const { value } = await ask();
  expect(seen(value?.items ?? [])).toEqual([
    [ids.first, "Ada Admin"],
    [ids.first, "Olivia Owner"],
    [ids.second, "Ada Admin"],
    [ids.second, "Mia Manager"],
    [ids.second, "Olivia Owner"],
  ]);
  expect(value?.items[0]).toMatchObject({ role: "admin", through: { role: "Admin", rows: ["Invite team members"] } });
  expect(value?.organizations).toMatchObject([
    { id: ids.first, name: "Alpha", total: 2 },
    { id: ids.second, name: "Beta", total: 3 },
  ]);
  expect(value).toMatchObject({ next: null, organizationsTotal: 2, leftOut: [] });
});

test("pages meet without a gap or a repetition", async () => {
  const all: unknown[] = [];
  let cursor: string | undefined;
  do {
    const { value } = await ask({ limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    all.push(...seen(value?.items ?? []));
    cursor = value?.next ?? undefined;
  } while (cursor !== undefined);
  expect(all).toEqual(seen((await ask()).value?.items ?? []));
});

test("wherever a page begins and ends, an organization's total is of all who can", async () => {
  const several = await server.person("Sam Several");
  const totals = new Map<string, number>();
  for (const others of [1, 0, 2]) {
    const people = await Promise.all(Array.from({ length: others }, (_, index) => server.person(`Amy ${index}`)));
    const team = await furnishTeam(server, "agency", [
      { person: several, role: "owner" },
      ...people.map((person) => ({ person, role: "admin" }) as const),
    ]);
    totals.set(team.organizationId, others + 1);
  }
  const own = await server.call("permission.whoCan", { permission: "member.invite" }, { as: several });
  const expected = new Map(own.value?.organizations.map(({ id, total }) => [id, total]));
  for (const [id, total] of totals) expect(expected.get(id)).toBe(total);
  for (const limit of [1, 2, 3, 4, 5]) {
    let cursor: string | undefined;
    do {
      const input = { permission: "member.invite", limit, ...(cursor === undefined ? {} : { cursor }) } as const;
      const { value } = await server.call("permission.whoCan", input, { as: several });
      for (const { id, total } of value?.organizations ?? []) expect(total).toBe(expected.get(id));
      cursor = value?.next ?? undefined;
    } while (cursor !== undefined);
  }
});

test("a page goes on to the next organization where the access of somebody counted has just ended", async () => {
  const several = await server.person("Lea Leaving");
  const guest = await server.person("Gus Guest");
  const [first, second] = await Promise.all(
    ["Ayr", "Bute"].map(async (name) => {
      const roles = [{ person: several, role: "owner" } as const, { person: guest, role: "member" } as const];
      const { organizationId } = await furnishTeam(server, "agency", roles);
      await rename(organizationId, name);
      return organizationId;
    }),
  );
  const members = server.services.pools.system.updateTable("members").set({ access_until: new Date() });
  await members
    .where("organization_id", "=", first ?? "")
    .where("account_id", "=", guest.accountId)
    .execute();
  const lookUp = (cursor?: string) => {
    const page = {
      organizationIds: [first ?? "", second ?? ""],
      limit: 1,
      ...(cursor === undefined ? {} : { cursor }),
    };
    return server.call("permission.whoCan", { permission: "member.view", ...page }, { as: several });
  };
  const { value } = await lookUp();
  expect(seen(value?.items ?? [])).toEqual([[first, "Lea Leaving"]]);
  const rest = await lookUp(value?.next ?? "");
  expect(seen(rest.value?.items ?? [])).toEqual([[second, "Gus Guest"]]);
});

test("a search narrows, the totals stay", async () => {
  const { value } = await ask({ search: "olivia" });
  expect(seen(value?.items ?? [])).toEqual([
    [ids.first, "Olivia Owner"],
    [ids.second, "Olivia Owner"],
  ]);
  expect(value?.organizations.map(({ total }) => total)).toEqual([2, 3]);
});

test("nothing of an organization in which the person is not active, though it is asked for by its id", async () => {
  const organizationIds = [ids.foreign, ids.former, ids.off];
  expect((await ask({ organizationIds })).value).toEqual({
    items: [],
    next: null,
    organizations: [],
    organizationsTotal: 0,
    leftOut: [],
  });
});

test("nobody can do more than look in an organization that is deleted and held", async () => {
  const { system } = server.services.pools;
  const setHold = (hold: { status: "held" | "active"; held_at: Date | null; purge_at: Date | null }) =>
    system.updateTable("organizations").set(hold).where("id", "=", ids.first).execute();
  await setHold({ status: "held", held_at: new Date(), purge_at: new Date(Date.now() + day) });
  const found = await ask();
  const looking = await server.call("permission.whoCan", { permission: "member.view" }, { as: me });
  await setHold({ status: "active", held_at: null, purge_at: null });
  expect(new Set(found.value?.items.map(({ organizationId }) => organizationId))).toEqual(new Set([ids.second]));
  expect(new Set(looking.value?.items.map(({ organizationId }) => organizationId))).toEqual(
    new Set([ids.first, ids.second]),
  );
});

test("another list's cursor is refused", async () => {
  const { value } = await ask({ limit: 1 });
  expect((await ask({ cursor: value?.next ?? "", search: "ada" })).fault).toMatchObject({ kind: "invalid" });
});
