import { newId } from "#server/storage/ids.ts";
import { parseCsv } from "#test/support/csv.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { actionsAfter, day, furnishTeam, mailedToken, standing, type FurnishedTeam } from "../teams.ts";
import { carriedOut, inShort, itemsOf, start, valueOf, verdictInShort, workOff, type PlanGiven } from "./plans.ts";

let server: TestServer;
let manager: Person;
let dana: Person;
let evan: Person;
let stranger: Person;
/** Two where the manager owns, one where they only belong, and one of strangers. */
let first: FurnishedTeam;
let second: FurnishedTeam;
let asMember: FurnishedTeam;
let foreign: FurnishedTeam;

beforeAll(async () => {
  server = await startTestServer();
  manager = await server.person("Mona Manager");
  dana = await server.person("Dana Reyes");
  evan = await server.person("Evan Eze");
  stranger = await server.person("Sam Stranger");
});
afterAll(async () => server.stop());

beforeEach(async () => {
  await server.services.pools.system.deleteFrom("rate_limits").execute();
  first = await furnishTeam(server, "agency", [
    { person: manager, role: "owner" },
    { person: dana, role: "member" },
  ]);
  second = await furnishTeam(server, "publishing", [
    { person: manager, role: "owner" },
    { person: dana, role: "admin" },
  ]);
  asMember = await furnishTeam(server, "agency", [
    { person: stranger, role: "owner" },
    { person: manager, role: "member" },
    { person: dana, role: "member" },
  ]);
  foreign = await furnishTeam(server, "agency", [
    { person: stranger, role: "owner" },
    { person: dana, role: "admin" },
  ]);
});

const targets = (person: Person, ...teams: FurnishedTeam[]): PlanGiven["targets"] =>
  teams.map(({ organizationId }) => ({ organizationId, accountIds: [person.accountId] }));

const memberIn = async (team: FurnishedTeam, person: Person) =>
  server.services.pools.system
    .selectFrom("members")
    .select(["role", "status"])
    .where("organization_id", "=", team.organizationId)
    .where("account_id", "=", person.accountId)
    .executeTakeFirst();

test("offboarding: each organization decides for itself, and a forged one in the middle changes nothing elsewhere", async () => {
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
  expect(await memberIn(first, dana)).toMatchObject({ status: "active" });

  const { planId, items } = await carriedOut(server, manager, given);
  expect(items.map(inShort)).toEqual(expected);
  expect(await memberIn(first, dana)).toMatchObject({ status: "removed" });
  expect(await memberIn(second, dana)).toMatchObject({ status: "removed" });
  expect(await memberIn(asMember, dana)).toMatchObject({ status: "active" });
  expect(await memberIn(foreign, dana)).toMatchObject({ status: "active" });
  const plan = valueOf(await server.call("plan.get", { planId }, { as: manager }));
  expect(plan).toMatchObject({ status: "finished", total: 5, organizations: 5 });
  expect(plan.counts).toEqual({ waiting: 0, done: 2, nothing: 0, failed: 3, cancelled: 0 });
  expect(plan.byOrganization.map(({ name }) => name)).toEqual(["Northwind", "", "", "Northwind", "Northwind"]);
});

test("the audit log tells of it as of the single command, under the plan's id; a refusal is in the security log", async () => {
  const given = { change: { kind: "remove" as const }, targets: targets(dana, first, asMember) };
  const { planId, items } = await carriedOut(server, manager, given);
  const { system } = server.services.pools;
  const events = await system.selectFrom("audit_events").selectAll().where("request_id", "=", planId).execute();
  expect(events).toEqual([
    expect.objectContaining({
      organization_id: first.organizationId,
      action: "member.removed",
      actor_account_id: manager.accountId,
      target_name: "Dana Reyes",
      revision: items[0]?.revision,
    }),
  ]);
  const refused = await system.selectFrom("security_events").selectAll().where("request_id", "=", planId).execute();
  expect(refused).toEqual([
    expect.objectContaining({
      kind: "command.refused",
      account_id: manager.accountId,
      organization_id: asMember.organizationId,
      detail: { operation: "member.remove", reason: "missingPermission" },
    }),
  ]);
});

test("adding sends an invitation, because nobody joins without consent", async () => {
  const given: PlanGiven = {
    change: { kind: "add", roles: { byPreset: { agency: "member", publishing: "member" } }, message: "Welcome" },
    targets: [
      { organizationId: first.organizationId, accountIds: [dana.accountId], emails: ["new@example.com", "no address"] },
      { organizationId: second.organizationId, accountIds: [stranger.accountId], emails: ["NEW@example.com"] },
    ],
  };
  const preview = valueOf(await server.call("plan.preview", given, { as: manager }));
  const expected = ["alreadyMember", "invite", "invalid addressMissing", "invite", "invite"];
  expect(preview.items.map(verdictInShort)).toEqual(expected);
  expect(preview.organizations[1]?.seats.after).toMatchObject({ used: 2, pending: 2 });
  const { items } = await carriedOut(server, manager, given);
  expect(items.map(inShort)).toEqual(expected);
  const token = await mailedToken(server, stranger.email);
  expect(token).not.toBe("");
  expect((await server.call("invitation.accept", { token }, { as: stranger })).status).toBe(200);
  expect(await memberIn(second, stranger)).toMatchObject({ role: "member", status: "active" });
  const again = await carriedOut(server, manager, given);
  expect(again.items.map(inShort)).toEqual([
    "alreadyMember",
    "alreadyInvited",
    "invalid addressMissing",
    "alreadyMember",
    "alreadyInvited",
  ]);
});

test("whoever was removed comes back in the planned role within 90 days, and is asked again later", async () => {
  await carriedOut(server, manager, { change: { kind: "remove" }, targets: targets(dana, first, second) });
  const add = (role: string, team: FurnishedTeam): PlanGiven => ({
    change: { kind: "add", roles: { byOrganization: { [team.organizationId]: role } } },
    targets: targets(dana, team),
  });
  expect((await carriedOut(server, manager, add("member", first))).items.map(inShort)).toEqual(["reinstate"]);
  expect(await memberIn(first, dana)).toEqual({ role: "member", status: "active" });
  expect((await carriedOut(server, manager, add("member", second))).items.map(inShort)).toEqual(["reinstate"]);
  expect(await memberIn(second, dana)).toEqual({ role: "member", status: "active" });
  await server.services.pools.system
    .updateTable("members")
    .set({ status: "removed", former_role: "member", removed_at: new Date(Date.now() - 91 * day) })
    .where("organization_id", "=", first.organizationId)
    .where("account_id", "=", dana.accountId)
    .execute();
  expect((await carriedOut(server, manager, add("member", first))).items.map(inShort)).toEqual(["invite"]);
});

test("roles: by preset, by organization, unknown, missing, above one's own and already so", async () => {
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
  expect(await memberIn(second, dana)).toEqual({ role: "member", status: "active" });
});

test("a person of another tenant is as good as nobody, in the preview and in the plan", async () => {
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

test("the preview counts seats and money, with the effects of earlier items", async () => {
  const team = await furnishTeam(
    server,
    "agency",
    [
      { person: manager, role: "owner" },
      { person: dana, role: "member", status: "removed" },
      { person: evan, role: "member", status: "removed" },
    ],
    2,
  );
  const { system } = server.services.pools;
  await system
    .updateTable("organizations")
    .set({ seat_price: 900, currency: "EUR" })
    .where("id", "=", team.organizationId)
    .execute();
  await system.updateTable("members").set({ removed_at: new Date() }).where("status", "=", "removed").execute();
  const given: PlanGiven = {
    change: { kind: "add", roles: { byPreset: { agency: "member" } } },
    targets: [
      { organizationId: team.organizationId, accountIds: [dana.accountId, evan.accountId], emails: ["n@example.com"] },
    ],
  };
  const preview = valueOf(await server.call("plan.preview", given, { as: manager }));
  expect(preview.items.map(verdictInShort)).toEqual(["reinstate", "limitReached", "invite"]);
  expect(preview.organizations[0]).toMatchObject({
    seats: {
      before: { limit: 2, used: 1, pending: 0, free: 1 },
      after: { limit: 2, used: 2, pending: 1, free: 0 },
    },
    cost: { atOnce: { amount: 900, currency: "EUR" }, ifAccepted: { amount: 1800, currency: "EUR" } },
  });
  expect((await carriedOut(server, manager, given)).items.map(inShort)).toEqual([
    "reinstate",
    "limitReached",
    "invite",
  ]);
});

test("cancelling stops before the next item, resuming goes on with what failed too", async () => {
  const planId = await start(server, manager, {
    change: { kind: "deactivate" },
    targets: targets(dana, first, second),
  });
  const cancelled = valueOf(await server.call("plan.cancel", { planId }, { as: manager }));
  expect(cancelled).toMatchObject({ status: "cancelled", counts: { cancelled: 2, waiting: 0 } });
  await workOff(server, planId);
  expect(await memberIn(first, dana)).toMatchObject({ status: "active" });
  valueOf(await server.call("plan.resume", { planId }, { as: manager }));
  await workOff(server, planId);
  expect(await memberIn(first, dana)).toMatchObject({ status: "deactivated" });
  expect(valueOf(await server.call("plan.cancel", { planId }, { as: manager })).status).toBe("finished");
  expect(valueOf(await server.call("plan.resume", { planId }, { as: manager })).status).toBe("finished");
});

test("whoever loses their authority in the middle goes no further", async () => {
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

test("nobody sees or stops another's plan", async () => {
  const planId = await start(server, manager, { change: { kind: "remove" }, targets: targets(dana, first) });
  const one = { planId };
  for (const name of ["plan.get", "plan.items", "plan.cancel", "plan.resume", "plan.report"] as const) {
    expect((await server.call(name, one, { as: dana })).fault, name).toMatchObject({ kind: "notFound", what: "plan" });
  }
  expect(valueOf(await server.call("plan.list", {}, { as: dana })).items.map(({ id }) => id)).not.toContain(planId);
  expect(valueOf(await server.call("plan.list", {}, { as: manager })).items[0]).toMatchObject({
    id: planId,
    status: "running",
  });
});

test("a start that is sent again is the same plan", async () => {
  const given: PlanGiven = { change: { kind: "remove" }, targets: targets(dana, first) };
  const options = { as: manager, headers: { "idempotency-key": newId() } };
  const replies = await Promise.all([1, 2, 3].map(() => server.call("plan.start", given, options)));
  expect(new Set(replies.map((reply) => valueOf(reply).id)).size).toBe(1);
  const other = await server.call("plan.start", { ...given, change: { kind: "deactivate" } }, options);
  expect(other.fault).toMatchObject({ kind: "conflict", code: "idempotencyKeyReused" });
});

test("too many, nobody, or an address where nobody is added are refused as a whole", async () => {
  const { organizationId } = first;
  const many = Array.from({ length: 2_501 }, () => newId());
  const refused = async (given: PlanGiven) => {
    const [preview, started] = [
      await server.call("plan.preview", given, { as: manager }),
      await server.call("plan.start", given, { as: manager }),
    ];
    expect(preview.fault?.kind).toBe("invalid");
    expect(started.fault?.kind).toBe("invalid");
  };
  const remove = { kind: "remove" } as const;
  await refused({
    change: remove,
    targets: [
      { organizationId, accountIds: many },
      { organizationId, accountIds: many },
    ],
  });
  await refused({ change: remove, targets: [{ organizationId }] });
  await refused({ change: remove, targets: [{ organizationId, emails: ["a@example.com"] }] });
});

test("the report is a table that no spreadsheet runs", async () => {
  const evil = await server.person("=SUM(A1)");
  const team = await furnishTeam(server, "agency", [
    { person: manager, role: "owner" },
    { person: evil, role: "member" },
  ]);
  const { planId } = await carriedOut(server, manager, {
    change: { kind: "remove" },
    targets: targets(evil, team, foreign),
  });
  const reply = await server.app.inject({
    url: `/v1/plans/${planId}/report`,
    headers: { authorization: `Bearer ${manager.token}` },
  });
  expect(reply.headers["content-type"]).toBe("text/csv; charset=utf-8");
  const [head, ...rows] = parseCsv(reply.body.slice(1));
  expect(head).toEqual(
    expect.arrayContaining(["person", "organization", "change", "state", "reason", "at", "revision"]),
  );
  expect(rows).toHaveLength(2);
  expect(rows[0]?.[0]).toBe("'=SUM(A1)");
  expect(rows[1]).toEqual(expect.arrayContaining(["failed", "notFound: organization"]));
});
