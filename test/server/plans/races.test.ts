import { handlers } from "#server/operations/handlers.ts";
import { planHandler, planJob } from "#server/jobs/plan-job.ts";
import { workOffPlan } from "#server/plans/work.ts";
import { startWorker } from "#server/jobs/worker.ts";
import { eventually } from "#test/support/eventually.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam, standing, type FurnishedTeam } from "../teams.ts";
import { inShort, itemsOf, start, valueOf, workOff, type PlanGiven } from "./plans.ts";

/** Two servers on one database. */
let here: TestServer;
let there: TestServer;
let one: Person;
let two: Person;
let people: Person[];

beforeAll(async () => {
  here = await startTestServer();
  there = await startTestServer({ databaseUrl: here.databaseUrl });
  one = await here.person("Olga One");
  two = await here.person("Tom Two");
  people = await Promise.all(Array.from({ length: 8 }, (_, index) => here.person(`Person ${index}`)));
});
afterAll(async () => {
  await there.stop();
  await here.stop();
});

const furnishTeams = (count: number): Promise<FurnishedTeam[]> =>
  Promise.all(
    Array.from({ length: count }, () =>
      furnishTeam(here, "agency", [
        { person: one, role: "owner" },
        { person: two, role: "owner" },
        ...people.map((person) => ({ person, role: "member" })),
      ]),
    ),
  );

const about = (teams: readonly FurnishedTeam[], whom: readonly Person[]): PlanGiven["targets"] =>
  teams.map(({ organizationId }) => ({ organizationId, accountIds: whom.map(({ accountId }) => accountId) }));

test("two plans on the same people at once: each is removed by one of them, and there is nothing left for the other", async () => {
  const teams = await furnishTeams(6);
  const given: PlanGiven = { change: { kind: "remove" }, targets: about(teams, people) };
  const [first, second] = [await start(here, one, given), await start(there, two, given)];
  await Promise.all([workOff(here, first), workOff(there, second)]);
  const [mine, theirs] = [await itemsOf(here, one, first), await itemsOf(here, two, second)];
  for (const [index, item] of mine.entries()) {
    const pair = [inShort(item), theirs[index] === undefined ? "" : inShort(theirs[index])].sort();
    expect(pair).toEqual(["notMember", "remove"]);
  }
  for (const { organizationId } of teams) expect((await standing(here, organizationId)).active_members).toBe(2);
});

test("two owners who remove each other everywhere at once leave an owner in each organization", async () => {
  const teams = await furnishTeams(10);
  const [first, second] = [
    await start(here, one, { change: { kind: "remove" }, targets: about(teams, [two]) }),
    await start(there, two, { change: { kind: "remove" }, targets: about(teams, [one]) }),
  ];
  await Promise.all([workOff(here, first), workOff(there, second)]);
  const [mine, theirs] = [await itemsOf(here, one, first), await itemsOf(here, two, second)];
  for (const [index, { organizationId }] of teams.entries()) {
    expect((await standing(here, organizationId)).owners).toBe(1);
    const [a, b] = [mine[index], theirs[index]];
    if (a === undefined || b === undefined) throw new Error("An item is missing");
    expect([inShort(a), inShort(b)].sort()).toEqual(["notFound organization", "remove"]);
  }
});

test("cancelled and resumed again and again while it works, every item is done once", async () => {
  const teams = await furnishTeams(6);
  const planId = await start(here, one, { change: { kind: "deactivate" }, targets: about(teams, people) });
  const working = (async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      const server = turn % 2 === 0 ? here : there;
      await workOffPlan(server.services, handlers, planId, { budget: 30, leaseSeconds: 0 });
    }
  })();
  for (let round = 0; round < 12; round += 1) {
    const name = round % 2 === 0 ? "plan.cancel" : "plan.resume";
    const { counts } = valueOf(await there.call(name, { planId }, { as: one }));
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(48);
    await pause(20);
  }
  await working;
  valueOf(await here.call("plan.resume", { planId }, { as: one }));
  await workOff(here, planId);
  const items = await itemsOf(here, one, planId);
  expect(new Set(items.map(inShort))).toEqual(new Set(["deactivate"]));
  const { system } = here.services.pools;
  const events = await system.selectFrom("audit_events").select("id").where("request_id", "=", planId).execute();
  expect(events).toHaveLength(48);
  expect(valueOf(await here.call("plan.get", { planId }, { as: one })).status).toBe("finished");
});

test("the outbox's workers of two servers carry plans out, and tell the person's desktops", async () => {
  const teams = await furnishTeams(4);
  const told: string[] = [];
  const stream = { send: (event: { type: string }) => void told.push(event.type), close: () => undefined };
  const follower = { accountId: one.accountId, sessionId: "", emailFolded: one.email };
  const leave = await there.services.feed.follow(follower, stream, async () => []);
  const others: string[] = [];
  const other = { send: (event: { type: string }) => void others.push(event.type), close: () => undefined };
  const leaveOther = await there.services.feed.follow({ ...follower, accountId: two.accountId }, other, async () => []);
  const workers = await Promise.all(
    [here, there].map(({ services }) =>
      startWorker({
        pools: services.pools,
        listener: services.listener,
        jobs: { [planJob]: planHandler(services, handlers, { budget: 60 }), mail: async () => undefined },
        onFailure: (_job, error) => expect(error).toBeUndefined(),
        pollEvery: 200,
      }),
    ),
  );
  const plans = await Promise.all(
    teams.map((team) =>
      start(here, one, {
        change: { kind: "changeRole", roles: { byPreset: { agency: "admin" } } },
        targets: about([team], people),
      }),
    ),
  );
  for (const planId of plans) {
    const status = async () => valueOf(await here.call("plan.get", { planId }, { as: one })).status;
    await eventually(async () => expect(await status()).toBe("finished"));
    expect(new Set((await itemsOf(here, one, planId)).map(inShort))).toEqual(new Set(["changeRole"]));
  }
  expect(told).toContain("planChanged");
  expect(others).not.toContain("planChanged");
  leave();
  leaveOther();
  for (const worker of workers) await worker.stop();
  const left = await here.services.pools.system.selectFrom("outbox").select("id").where("kind", "=", planJob).execute();
  expect(left).toEqual([]);
});
