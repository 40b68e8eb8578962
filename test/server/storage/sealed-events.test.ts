import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealedOf } from "#contract/entities/auditEvent.ts";
import { canonical, chainStart } from "#domain/audit/chain.ts";
import { verifyLog } from "#server/audit/verify.ts";
import { append, lockChain, type AuditEntry } from "#server/dispatch/audit.ts";
import type { Db } from "#server/storage/database.ts";
import { newId } from "#server/storage/ids.ts";
import { openPools, type Pools } from "#server/storage/pools.ts";
import { eventsAfter } from "#server/storage/queries/audit-events.ts";
import { stretchBehind } from "#server/storage/queries/audit-stretch.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { insertAccount, insertOrganization } from "./rows.ts";

/** What is stored of an event to be hashed is what the domain hashed, and the database vouches for it. */
let database: TestDatabase;
let pools: Pools;
let organizationId: string;

const texts = [
  "",
  "}",
  "{",
  '"',
  '""',
  '", "" : "',
  ', "" : ',
  '{"" : ',
  "\\",
  '\\"',
  "\\u0000",
  "\b\t\n\f\r",
  "\u0001\u001f\u007f\u0080\u009f",
  "\u2028\u2029\ufeff\ufffd\uffff",
  "Zoë Ångström 漢字 😀 👩‍👩‍👧",
  "\u202eشركة\u202c",
  "</script>&'%_",
  "null",
  "x".repeat(100_000),
  "é😀".repeat(5_000),
];

const entryOf = (text: string): AuditEntry => ({
  target: { type: "member", id: newId(), name: text },
  before: text === "" ? null : { [text.slice(0, 40)]: text, list: [text, null, 1.5, true, { deep: text }] },
  after: text === "null" ? null : { text },
});
const signatureOf = (text: string, index: number) => ({
  actor: { accountId: index % 2 === 0 ? newId() : null, name: text },
  requestId: text,
  at: new Date(Date.UTC(2026, index % 12, index + 1, index, index, index, index * 50)),
});

beforeAll(async () => {
  database = await createTestDatabase();
  pools = openPools(database.url);
  organizationId = (await insertOrganization(pools.system, await insertAccount(pools.system, "dana@example.com"))).id;
  await pools.system.transaction().execute(async (db) => {
    for (const [index, text] of texts.entries()) {
      const head = await lockChain(db, organizationId);
      await append(db, head, "member.roleChanged", [entryOf(text)], signatureOf(text, index), null);
    }
  });
});

afterAll(async () => {
  await pools.close();
  await database.drop();
});

/** Works on the log with the database's own password, and leaves nothing behind. */
async function atTheLog<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  const db = await pools.system.startTransaction().execute();
  try {
    await sql`select set_config('orgdesk.organization', ${organizationId}, true)`.execute(db);
    await sql`alter table audit_events disable trigger user`.execute(db);
    return await work(db);
  } finally {
    await db.rollback().execute();
  }
}

const fits = (db: Db) => stretchBehind(db, organizationId, chainStart, texts.length);
const verified = (db: Db) => verifyLog(db, organizationId, new Date());
const intact = { intact: true, events: texts.length, brokenAt: null, problem: null };
const rename = (db: Db, revision: number) =>
  sql`update audit_events set actor_name = 'Mallory' where revision = ${revision}`.execute(db);

test("the text that is stored is the domain's, byte for byte", async () => {
  await atTheLog(async (db) => {
    const events = await eventsAfter(db, organizationId, {}, { above: 0, limit: texts.length });
    const rows = await db.selectFrom("audit_events").select("sealed").orderBy("revision").execute();
    expect(rows.map(({ sealed }) => sealed)).toEqual(events.map((event) => canonical(sealedOf(event))));
    expect(events.map(({ actor }) => actor.name)).toEqual(texts);
  });
});

test.each([
  ["a change of it", sql`update audit_events set sealed = '[]'`],
  [
    "an event that brings its own",
    sql`insert into audit_events (organization_id, revision, id, at, actor_name, action, target_type, target_id,
      previous_hash, hash, sealed) values (gen_random_uuid(), 1, gen_random_uuid(), now(), '', '', '', '', '', '', '[]')`,
  ],
])("the database refuses %s", async (_what, statement) => {
  // SQLSTATE 428C9: a generated column is always what its expression says.
  await expect(atTheLog((db) => statement.execute(db))).rejects.toMatchObject({ code: "428C9" });
});

describe("where the text is no longer the database's own", () => {
  const forge = (expression: string) => sql`alter table audit_events drop column sealed,
    add column sealed text generated always as (${sql.raw(expression)}) stored`;
  const ways = {
    "its expression was dropped": sql`alter table audit_events alter column sealed drop expression`,
    "another expression writes it": forge(`previous_hash || actor_name`),
    "its function was replaced": sql`create or replace function orgdesk_sealed(organization_id uuid, revision bigint,
      id uuid, at timestamptz, actor_account_id uuid, actor_name text, action text, target_type text, target_id text,
      target_name text, before json, after json, request_id text) returns text language sql immutable return target_id`,
    "its function looks elsewhere": sql.raw(`do $$ begin execute format('alter function %s set search_path = public',
      (select oid::regprocedure from pg_proc where proname = 'orgdesk_sealed')); end $$`),
    "it is gone and kept by hand": sql`alter table audit_events drop column sealed, add column sealed text`,
  };
  test.each(Object.entries(ways))("as %s, events are judged from their columns", async (_what, way) => {
    await atTheLog(async (db) => {
      expect(await fits(db)).not.toBeNull();
      expect(await verified(db)).toMatchObject({ ...intact, fromColumns: false });
      await way.execute(db);
      expect(await fits(db)).toBeNull();
      expect(await verified(db)).toMatchObject({ ...intact, fromColumns: true });
      await rename(db, 7);
      expect(await verified(db)).toMatchObject({ intact: false, brokenAt: 7, problem: "hash" });
    });
  });
});
