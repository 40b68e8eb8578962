import { handlers } from "#server/operations/handlers.ts";
import { workOffPlan } from "#server/plans/work.ts";
import { eventually } from "#test/support/eventually.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam, type FurnishedTeam } from "../teams.ts";
import { inShort, itemsOf, start, type PlanGiven } from "./plans.ts";

/** A plan that is interrupted anywhere does every item once. */
let server: TestServer;
let manager: Person;
let people: Person[];
let outside: pg.Client;

const teamCount = 8;

beforeAll(async () => {
  server = await startTestServer();
  manager = await server.person("Mona Manager");
  people = await Promise.all(Array.from({ length: 10 }, (_, index) => server.person(`Person ${index}`)));
  outside = new pg.Client({ connectionString: server.databaseUrl });
  await outside.connect();
});
afterAll(async () => {
  await outside.end();
  await server.stop();
});

const furnishTeams = (): Promise<FurnishedTeam[]> =>
  Promise.all(
    Array.from({ length: teamCount }, () =>
      furnishTeam(server, "agency", [
        { person: manager, role: "owner" },
        ...people.map((person) => ({ person, role: "member" })),
      ]),
    ),
  );

const everybody = (teams: readonly FurnishedTeam[]): PlanGiven["targets"] =>
  teams.map(({ organizationId }) => ({ organizationId, accountIds: people.map(({ accountId }) => accountId) }));

/** Each item ended well with an event of its own, and nothing was done that no item tells of. */
async function expectEachOnce(planId: string, act: string, action: string): Promise<void> {
  const items = await itemsOf(server, manager, planId);
  expect(new Set(items.map(inShort))).toEqual(new Set([act]));
  const events = await server.services.pools.system
    .selectFrom("audit_events")
    .select(["organization_id", "revision", "action"])
    .where("request_id", "=", planId)
    .execute();
  expect(events).toHaveLength(items.length);
  expect(new Set(events.map((event) => event.action))).toEqual(new Set([action]));
  const told = items.map(({ organizationId, revision }) => `${organizationId} ${revision}`);
  expect(new Set(events.map((event) => `${event.organization_id} ${event.revision}`))).toEqual(new Set(told));
}

test("connections that are lost at any moment", async () => {
  const teams = await furnishTeams();
  const planId = await start(server, manager, { change: { kind: "deactivate" }, targets: everybody(teams) });
  let lost = 0;
  for (let left: unknown = null; left !== "nothing";) {
    const working = workOffPlan(server.services, handlers, planId, { budget: 60_000, leaseSeconds: 0 });
    const ended = working.then(
      (value) => value,
      () => null,
    );
    await pause(30 + Math.random() * 120);
    if (lost < 12) {
      lost += 1;
      await outside.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and query not ilike 'listen%'`);
    }
    left = await ended;
  }
  await expectEachOnce(planId, "deactivate", "member.deactivated");
});

test("a process that is killed at any moment", async () => {
  const teams = await furnishTeams();
  const planId = await start(server, manager, {
    change: { kind: "changeRole", roles: { byPreset: { agency: "admin" } } },
    targets: everybody(teams),
  });
  const script = new URL("workerProcess.ts", import.meta.url).pathname;
  for (let round = 0; round < 5; round += 1) {
    const child = spawn(process.execPath, [script, server.databaseUrl, planId], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
    await pause(Math.random() * 60);
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    await pause(1_050);
  }
  // The last one's lease may still run.
  await eventually(async () =>
    expect(await workOffPlan(server.services, handlers, planId, { budget: 60_000 })).toBe("nothing"),
  );
  await expectEachOnce(planId, "changeRole", "member.roleChanged");
});

test("two workers that both believe to have the plan", async () => {
  const teams = await furnishTeams();
  const planId = await start(server, manager, { change: { kind: "remove" }, targets: everybody(teams) });
  // Over before it begins, whichever of them asks first: with 0, one that waited for the other would find it held.
  const work = () => workOffPlan(server.services, handlers, planId, { budget: 60_000, leaseSeconds: -60 });
  expect(await Promise.all([work(), work(), work()])).toEqual(["nothing", "nothing", "nothing"]);
  await expectEachOnce(planId, "remove", "member.removed");
});

test("one worker at a time has a plan; the other comes back when the lease is over", async () => {
  const teams = await furnishTeams();
  const planId = await start(server, manager, { change: { kind: "remove" }, targets: everybody(teams) });
  // While somebody holds an organization, the first cannot come to an end.
  await outside.query("begin");
  await outside.query("select from organizations where id = $1 for update", [teams[0]?.organizationId]);
  const first = workOffPlan(server.services, handlers, planId, { budget: 60_000, leaseSeconds: 60 });
  await eventually(async () => {
    const lease = await outside.query("select from plans where id = $1 and leased_by is not null", [planId]);
    expect(lease.rowCount).toBe(1);
  });
  const second = await workOffPlan(server.services, handlers, planId, { leaseSeconds: 60 });
  expect(second).toEqual({ at: expect.any(Date) });
  await outside.query("commit");
  expect(await first).toBe("nothing");
  await expectEachOnce(planId, "remove", "member.removed");
});

test("a plan that takes longer than its turn is handed over", async () => {
  const teams = await furnishTeams();
  const planId = await start(server, manager, { change: { kind: "remove" }, targets: everybody(teams) });
  let turns = 0;
  for (let left: unknown = null; left !== "nothing"; turns += 1) {
    left = await workOffPlan(server.services, handlers, planId, { budget: 40 });
  }
  expect(turns).toBeGreaterThan(1);
  await expectEachOnce(planId, "remove", "member.removed");
});
