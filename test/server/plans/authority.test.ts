import { newId } from "#server/storage/ids.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { actionsAfter, furnishTeam, standing } from "../teams.ts";
import { memberIn, planPeople, planTeams, targets, type PlanPeople, type PlanTeams } from "./agency.ts";
import { carriedOut, inShort, itemsOf, start, valueOf, verdictInShort, workOff, type PlanGiven } from "./plans.ts";

let server: TestServer;
let people: PlanPeople;
let teams: PlanTeams;

beforeAll(async () => {
  server = await startTestServer();
  people = await planPeople(server);
});
afterAll(async () => server.stop());
beforeEach(async () => {
  teams = await planTeams(server, people);
});

test("offboarding: each organization decides for itself, and a forged one in the middle changes nothing elsewhere", async () => {
  const { manager, dana } = people;
  const { first, second, asMember, foreign } = teams;
  const given: PlanGiven = {
    change: { kind: "remove" },
    targets: [
      ...targets(dana, first),
      { organizationId: newId(), accountIds: [dana.accountId] },
      ...targets(dana, foreign, asMember, second),
    ],
  };
  const preview = valueOf(await server.call("plan.preview", given, { as: manager }));
  const expected = [
    "remove",
    "notFound organization",
    "notFound organization",
    "forbidden missingPermission",
    "remove",
  ];
  expect(preview.items.map(verdictInShort)).toEqual(expected);
  expect(preview.counts).toEqual({ will: 2, nothing: 0, fault: 3 });
  expect(preview.organizations.map(({ organizationId }) => organizationId)).not.toContain(foreign.organizationId);
  expect(await memberIn(server, first, dana)).toMatchObject({ status: "active" });

  const { planId, items } = await carriedOut(server, manager, given);
  expect(items.map(inShort)).toEqual(expected);
  expect(await memberIn(server, first, dana)).toMatchObject({ status: "removed" });
  expect(await memberIn(server, second, dana)).toMatchObject({ status: "removed" });
  expect(await memberIn(server, asMember, dana)).toMatchObject({ status: "active" });
  expect(await memberIn(server, foreign, dana)).toMatchObject({ status: "active" });
  const plan = valueOf(await server.call("plan.get", { planId }, { as: manager }));
  expect(plan).toMatchObject({ status: "finished", total: 5, organizations: 5 });
  expect(plan.counts).toEqual({ waiting: 0, done: 2, nothing: 0, failed: 3, cancelled: 0 });
  expect(plan.byOrganization.map(({ name }) => name)).toEqual(["Northwind", "", "", "Northwind", "Northwind"]);
});

test("roles: by preset, by organization, unknown, missing, above one's own and already so", async () => {
  const { manager, dana, evan, stranger } = people;
  const { first, second } = teams;
  const admin = await furnishTeam(server, "agency", [
    { person: stranger, role: "owner" },
    { person: manager, role: "admin" },
    { person: dana, role: "member" },
  ]);
  const given: PlanGiven = {
    change: {
      kind: "changeRole",
      roles: { byPreset: { agency: "owner" }, byOrganization: { [first.organizationId]: "nobody" } },
    },
    targets: [...targets(dana, first, second, admin), ...targets(evan, first)],
  };
  const expected = ["forbidden unknownRole", "invalid roleMissing", "forbidden roleOutOfReach", "notFound person"];
  const preview = valueOf(await server.call("plan.preview", given, { as: manager }));
  expect(preview.items.map(verdictInShort)).toEqual(expected);
  expect((await carriedOut(server, manager, given)).items.map(inShort)).toEqual(expected);
  const same: PlanGiven = {
    change: { kind: "changeRole", roles: { byPreset: { agency: "member", publishing: "member" } } },
    targets: targets(dana, first, second),
  };
  expect((await carriedOut(server, manager, same)).items.map(inShort)).toEqual(["sameRole", "changeRole"]);
  expect(await memberIn(server, second, dana)).toEqual({ role: "member", status: "active" });
});

test("a person of another tenant is as good as nobody, in the preview and in the plan", async () => {
  const { manager, evan } = people;
  const { first } = teams;
  for (const kind of ["remove", "deactivate"] as const) {
    const given: PlanGiven = {
      change: { kind },
      targets: [...targets(evan, first), ...targets({ ...evan, accountId: newId() }, first)],
    };
    const preview = valueOf(await server.call("plan.preview", given, { as: manager }));
    expect(preview.items.map(verdictInShort)).toEqual(["notFound person", "notFound person"]);
    expect(preview.items.map(({ name, email }) => name + email)).toEqual(["", ""]);
    const { planId, items } = await carriedOut(server, manager, given);
    expect(items.map(inShort)).toEqual(["notFound person", "notFound person"]);
    valueOf(await server.call("plan.resume", { planId }, { as: manager }));
    await workOff(server, planId);
    expect((await itemsOf(server, manager, planId)).map(inShort)).toEqual(["notFound person", "notFound person"]);
  }
  const before = await server.services.pools.system.selectFrom("invitations").select("id").execute();
  const add: PlanGiven = {
    change: { kind: "add", roles: { byPreset: { agency: "member" } } },
    targets: targets(evan, first),
  };
  expect((await carriedOut(server, manager, add)).items.map(inShort)).toEqual(["notFound person"]);
  expect(await server.services.pools.system.selectFrom("invitations").select("id").execute()).toEqual(before);
});

test("every organization keeps an owner, whoever a plan removes", async () => {
  const { manager, dana, evan } = people;
  const teams = [];
  for (let index = 0; index < 5; index += 1) {
    teams.push(
      await furnishTeam(server, "agency", [
        { person: dana, role: "owner" },
        { person: manager, role: "owner" },
        { person: evan, role: "owner" },
      ]),
    );
  }
  const given: PlanGiven = {
    change: { kind: "remove" },
    targets: teams.map(({ organizationId }) => ({
      organizationId,
      accountIds: [dana.accountId, evan.accountId, manager.accountId],
    })),
  };
  const preview = valueOf(await server.call("plan.preview", given, { as: manager }));
  const { items } = await carriedOut(server, manager, given);
  expect(items.map(inShort)).toEqual(teams.flatMap(() => ["remove", "remove", "forbidden lastOwner"]));
  expect(preview.items.map(verdictInShort)).toEqual(items.map(inShort));
  expect(preview.organizations.map(({ ownersLeft }) => ownersLeft)).toEqual([1, 1, 1, 1, 1]);
  for (const team of teams) expect((await standing(server, team.organizationId)).owners).toBe(1);
});

test("whoever loses their authority in the middle goes no further", async () => {
  const { manager, dana, evan } = people;
  const { first } = teams;
  const owner = await server.person("Olga Other");
  const team = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: manager, role: "admin" },
    { person: dana, role: "member" },
    { person: evan, role: "member" },
  ]);
  const { organizationId, memberIds } = team;
  const planId = await start(server, manager, {
    change: { kind: "remove" },
    targets: [{ organizationId, accountIds: [dana.accountId, evan.accountId] }, ...targets(dana, first)],
  });
  valueOf(
    await server.call(
      "member.changeRole",
      { organizationId, memberId: memberIds[1] ?? "", role: "member" },
      { as: owner },
    ),
  );
  await workOff(server, planId);
  const refused = "forbidden missingPermission";
  expect((await itemsOf(server, manager, planId)).map(inShort)).toEqual([refused, refused, "remove"]);
  valueOf(await server.call("member.remove", { organizationId, memberId: memberIds[1] ?? "" }, { as: owner }));
  valueOf(await server.call("plan.resume", { planId }, { as: manager }));
  await workOff(server, planId);
  const gone = "notFound organization";
  expect((await itemsOf(server, manager, planId)).map(inShort)).toEqual([gone, gone, "remove"]);
});

test("without the account, every item fails with the reason", async () => {
  const { manager, dana } = people;
  const { first, second } = teams;
  const planId = await start(server, manager, { change: { kind: "remove" }, targets: targets(dana, first, second) });
  await server.services.pools.system
    .updateTable("plans")
    .set({ account_id: newId() })
    .where("id", "=", planId)
    .execute();
  await workOff(server, planId);
  expect((await itemsOf(server, manager, planId).catch(() => [])).length).toBe(0);
  const rows = await server.services.pools.system
    .selectFrom("plan_items")
    .select("fault")
    .where("plan_id", "=", planId)
    .execute();
  expect(rows.map(({ fault }) => fault)).toEqual([
    { kind: "unauthenticated", reason: "invalid" },
    { kind: "unauthenticated", reason: "invalid" },
  ]);
  expect(await actionsAfter(server, first.organizationId, 0)).toEqual([]);
});
