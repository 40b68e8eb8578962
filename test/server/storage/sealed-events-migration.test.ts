import { Kysely, PostgresDialect, sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyLog } from "#server/audit/verify.ts";
import { append, lockChain } from "#server/dispatch/audit.ts";
import { newId } from "#server/storage/ids.ts";
import { up } from "#server/storage/migrations/0030-sealed-events.ts";
import { openPools, type Pools } from "#server/storage/pools.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { insertAccount, insertOrganization } from "./rows.ts";

/** Logs that were written before migration 0030: one that nobody touched and one whose fifth event was rewritten. */
let database: TestDatabase;
let pools: Pools;
let untouched: string;
let rewritten: string;
const count = 9;

async function organizationWithEvents(): Promise<string> {
  const { id } = await insertOrganization(pools.system, await insertAccount(pools.system, `${newId()}@example.com`));
  await pools.system.transaction().execute(async (db) => {
    for (let revision = 1; revision <= count; revision += 1) {
      const target = { type: "member" as const, id: newId(), name: `Émile "${revision}"` };
      const signature = { actor: { accountId: null, name: "Dana" }, requestId: "r", at: new Date() };
      const entry = { target, before: null, after: { role: "admin" } };
      await append(db, await lockChain(db, id), "member.roleChanged", [entry], signature, null);
    }
  });
  return id;
}

beforeAll(async () => {
  database = await createTestDatabase();
  pools = openPools(database.url);
  untouched = await organizationWithEvents();
  rewritten = await organizationWithEvents();
});

afterAll(async () => {
  await pools.close();
  await database.drop();
});

/** What else there is about the table, in PostgreSQL's words. */
const facts = () =>
  sql`select t.relrowsecurity, t.relacl::text, pg_get_viewdef('audit_log'::regclass) as view,
      (select string_agg(pg_get_constraintdef(oid), '; ' order by conname) from pg_constraint where conrelid = t.oid)
        as constraints,
      (select string_agg(indexdef, '; ' order by indexname) from pg_indexes where tablename = relname) as indexes,
      (select string_agg(pg_get_triggerdef(oid) || tgenabled::text, '; ' order by tgname) from pg_trigger
        where tgrelid = t.oid) as triggers,
      (select string_agg(polname || pg_get_expr(polqual, polrelid), '; ') from pg_policy where polrelid = t.oid)
        as policies
    from pg_class t where t.oid = 'audit_events'::regclass`.execute(pools.system);

const verified = (organizationId: string) =>
  pools.system.connection().execute(async (db) => {
    await sql`select set_config('orgdesk.organization', ${organizationId}, false)`.execute(db);
    return verifyLog(db, organizationId, new Date());
  });

test("logs from before are carried over: what was intact is, and what did not fit still does not", async () => {
  const before = (await facts()).rows;
  await pools.systemPool.query("alter table audit_events drop column sealed");
  await pools.systemPool.query("drop function orgdesk_sealed");
  await pools.systemPool.query("alter table audit_events disable trigger user");
  const change = sql`update audit_events set actor_name = 'Mallory'`;
  await sql`${change} where organization_id = ${rewritten} and revision = 5`.execute(pools.system);
  await pools.systemPool.query("alter table audit_events enable trigger user");
  await up(new Kysely<unknown>({ dialect: new PostgresDialect({ pool: pools.systemPool }) }));
  expect((await facts()).rows).toEqual(before);
  expect(await verified(untouched)).toMatchObject({ intact: true, events: count });
  expect(await verified(rewritten)).toMatchObject({ intact: false, brokenAt: 5, problem: "hash" });
});
