import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealedOf } from "#contract/entities/auditEvent.ts";
import { chainStart, hashOf, verifyChain } from "#domain/audit/chain.ts";
import type { Json } from "#domain/audit/orderedJson.ts";
import { append, lockChain, sha256, type AuditEntry } from "#server/dispatch/audit.ts";
import type { Db } from "#server/storage/database.ts";
import { openPools, type Pools } from "#server/storage/pools.ts";
import { eventsAfter } from "#server/storage/queries/audit-events.ts";
import { stretchBehind } from "#server/storage/queries/audit-stretch.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { insertAccount, insertOrganization } from "./rows.ts";

/** What the database says of a stretch is what the domain says, whatever an event holds. */
let database: TestDatabase;
let pools: Pools;
let organizationId: string;
const count = 120;

/** The database stores no NUL and no half pairs; every operation refuses them. */
const text = fc
  .oneof(fc.string({ unit: "binary" }), fc.string(), fc.constantFrom('","', "\\", "\u2028", "\u007f", "\u0001", "</"))
  .map((value) => value.replaceAll("\0", "").toWellFormed());
/** Not a control character alone: V8 reads `{"\u0001":1}` as `{"\\":1}` once it has seen the latter. */
const key = fc.oneof(fc.stringMatching(/^[\w .:"é-]{0,8}$/), fc.constantFrom("10", "9"));
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    text,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(key, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;
const change = fc.option(fc.dictionary(key, json, { noNullPrototype: true }));
const entry: fc.Arbitrary<AuditEntry> = fc.record({
  target: fc.record({ type: fc.constantFrom("member", "invitation"), id: fc.uuid(), name: text }),
  before: change,
  after: change,
});
const signature = fc.record({
  actor: fc.record({ accountId: fc.option(fc.uuid()), name: text }),
  requestId: text,
  at: fc.date({ min: new Date("2026-01-01"), max: new Date("2027-01-01"), noInvalidDate: true }),
});

beforeAll(async () => {
  database = await createTestDatabase();
  pools = openPools(database.url);
  organizationId = (await insertOrganization(pools.system, await insertAccount(pools.system, "dana@example.com"))).id;
  await pools.system.transaction().execute(async (db) => {
    for (const [what, by] of fc.sample(fc.tuple(entry, signature), { numRuns: count, seed: 11 })) {
      await append(db, await lockChain(db, organizationId), "member.roleChanged", [what], by, null);
    }
  });
});

afterAll(async () => {
  await pools.close();
  await database.drop();
});

/** Works on the log with the database's own password, and leaves nothing behind. */
async function atTheLog<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  const connection = pools.system.startTransaction();
  const db = await connection.execute();
  try {
    await sql`select set_config('orgdesk.organization', ${organizationId}, true)`.execute(db);
    return await work(db);
  } finally {
    await db.rollback().execute();
  }
}

const walked = async (db: Db) => {
  const events = await eventsAfter(db, organizationId, {}, { above: 0, limit: count });
  const result = verifyChain(events.map(sealedOf), chainStart, sha256);
  return result.ok && result.count === count ? result.head : null;
};

test("a log that nobody touched fits, at once and in parts", async () => {
  await atTheLog(async (db) => {
    const head = await walked(db);
    expect(head?.revision).toBe(count);
    expect(await stretchBehind(db, organizationId, chainStart, count)).toEqual(head);
    const half = await stretchBehind(db, organizationId, chainStart, count / 2);
    expect(half).not.toBeNull();
    expect(half && (await stretchBehind(db, organizationId, half, count))).toEqual(head);
    expect(half && (await stretchBehind(db, organizationId, { ...half, hash: "0".repeat(64) }, count))).toBeNull();
    expect(await stretchBehind(db, organizationId, chainStart, count + 1)).toBeNull();
  });
});

describe("what was changed by hand does not fit, and the domain agrees", () => {
  const changes = {
    "its id": sql`id = gen_random_uuid()`,
    "its time": sql`at = at + interval '1 millisecond'`,
    "its year, by a digit more": sql`at = at + interval '18234 years'`,
    "its era": sql`at = at - interval '4051 years'`,
    "who did it": sql`actor_account_id = gen_random_uuid()`,
    "the actor's name": sql`actor_name = actor_name || ' '`,
    "its action": sql`action = 'member.removed'`,
    "the target's kind": sql`target_type = 'workspace'`,
    "the target": sql`target_id = gen_random_uuid()::text`,
    "the target's name": sql`target_name = target_name || '"'`,
    "what was before": sql`before = '{"role":"owner"}'`,
    "what is after": sql`after = '{"role":"owner"}'`,
    "its request": sql`request_id = request_id || 'x'`,
    "its link": sql`previous_hash = repeat('0', 64)`,
    "its hash": sql`hash = repeat('0', 64)`,
    "its place": sql`revision = 1000`,
  };
  test.each(Object.entries(changes))("%s", async (_what, change) => {
    await atTheLog(async (db) => {
      await sql`alter table audit_events disable trigger user`.execute(db);
      await sql`update audit_events set ${change} where organization_id = ${organizationId} and revision = 77`.execute(
        db,
      );
      expect(await stretchBehind(db, organizationId, chainStart, count)).toBeNull();
      expect(await walked(db)).toBeNull();
    });
  });
});

test("an event that was rewritten together with its hash does not fit the one behind it", async () => {
  await atTheLog(async (db) => {
    await sql`alter table audit_events disable trigger user`.execute(db);
    const [event] = await eventsAfter(db, organizationId, {}, { above: 76, limit: 1 });
    if (event === undefined) throw new Error("There is no event 77");
    const { actor, ...rest } = event;
    const forged = sealedOf({ ...rest, actor: { ...actor, name: "Mallory" } });
    const hash = hashOf(forged.previousHash, forged, sha256);
    await sql`update audit_events set actor_name = 'Mallory', hash = ${hash}
      where organization_id = ${organizationId} and revision = 77`.execute(db);
    expect((await stretchBehind(db, organizationId, chainStart, 77))?.hash).toBe(hash);
    expect(await stretchBehind(db, organizationId, chainStart, count)).toBeNull();
    expect(await walked(db)).toBeNull();
  });
});
