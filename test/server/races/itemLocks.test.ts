import { openPools, type Pools } from "#server/storage/pools.ts";
import { eventually } from "#test/support/eventually.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { itemsOf, start, workOff } from "../plans/plans.ts";
import { reviewPeople, reviewedTeam } from "../reviews/team.ts";

/** Whoever locks an organization may lock its items: those who carry them out take the organization first as well. */
let server: TestServer;
let outside: Pools;
let people: Person[];

beforeAll(async () => {
  server = await startTestServer();
  outside = openPools(server.databaseUrl);
  people = await reviewPeople(server);
});
afterAll(async () => {
  await outside.close();
  await server.stop();
});

const remove = { kind: "remove" } as const;

/** Locks an organization as its purge does, lets the work come to wait for it, and then takes its items. */
async function purgingBeside(
  organizationId: string,
  table: "review_items" | "plan_items",
  work: () => Promise<unknown>,
) {
  const worked = await outside.system.transaction().execute(async (db) => {
    await sql`select from organizations where id = ${organizationId}::uuid for update`.execute(db);
    const working = work();
    await eventually(async () => {
      const { rows } = await sql<{ waits: number }>`
        select count(*)::int as waits from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%organizations%'`.execute(
        outside.system,
      );
      expect(rows[0]?.waits).toBe(1);
    });
    // Refused where the worker has one: each would wait for the other.
    const items = sql`select from ${sql.table(table)} where organization_id = ${organizationId}::uuid for update nowait`;
    expect((await items.execute(db)).rows).toHaveLength(2);
    return { working };
  });
  await worked.working;
}

test("a review that waits for its organization holds none of its decisions", async () => {
  const team = await reviewedTeam(server, people);
  const as = team.person(0);
  const { organizationId } = team;
  const decisions = [3, 4].map((index) => ({ ...team.seat(index), decision: remove }));
  const reviewId = await team.submit(as, decisions);
  await server.call("review.apply", { organizationId, reviewId }, { as });
  await purgingBeside(organizationId, "review_items", () => team.workOff(reviewId, { budget: 60_000 }));
  expect(await team.outcomes(reviewId, as)).toEqual(["applied", "applied"]);
});

test("a plan that waits for an organization holds none of its items there", async () => {
  const team = await reviewedTeam(server, people);
  const as = team.person(0);
  const { organizationId } = team;
  const targets = [{ organizationId, accountIds: [3, 4].map((index) => team.person(index).accountId) }];
  const planId = await start(server, as, { change: remove, targets });
  await purgingBeside(organizationId, "plan_items", () => workOff(server, planId));
  expect((await itemsOf(server, as, planId)).map(({ state }) => state)).toEqual(["done", "done"]);
});
