import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "#server/storage/ids.ts";
import { openPools, type Connection, type Pools } from "#server/storage/pools.ts";
import { inTransaction, withConnection, withScope } from "#server/storage/scope.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import {
  insertAccount,
  insertEvent,
  insertInvitation,
  insertOrganization,
  insertSession,
  insertWorkspace,
} from "./rows.ts";

let database: TestDatabase;
let pools: Pools;
let here: { accountId: string; organizationId: string };
let there: { accountId: string; organizationId: string };

async function furnish(email: string) {
  const accountId = await insertAccount(pools.system, email);
  const { id: organizationId, ownerMemberId } = await insertOrganization(pools.system, accountId);
  const invitationId = await insertInvitation(pools.system, organizationId, `guest-of-${email}`);
  await insertWorkspace(pools.system, organizationId, { memberId: ownerMemberId, invitationId });
  await insertEvent(pools.system, organizationId, 1);
  await insertSession(pools.system, accountId, email);
  const event = { id: newId(), account_id: accountId, organization_id: organizationId, kind: "signIn" };
  await pools.system.insertInto("security_events").values(event).execute();
  const key = { account_id: accountId, key: "k", operation: "o", request_digest: Buffer.from("d") };
  await pools.system.insertInto("idempotency_keys").values(key).execute();
  return { accountId, organizationId };
}

beforeAll(async () => {
  database = await createTestDatabase();
  pools = openPools(database.url);
  here = await furnish("here@example.com");
  there = await furnish("there@example.com");
});

afterAll(async () => {
  await pools.close();
  await database.drop();
});

/** Every table and view of the schema that names an organization or a person, from the catalogue. */
async function owned(): Promise<{ table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')
      and (a.attname in ('organization_id', 'account_id')
        or (c.relname in ('organizations', 'accounts') and a.attname = 'id'))`.execute(pools.system);
  return rows;
}

async function attempt(at: Connection, statement: ReturnType<typeof sql>): Promise<number> {
  await at.client.query("savepoint attempt");
  try {
    const result = await statement.execute(at.db);
    return Number(result.numAffectedRows ?? result.rows.length);
  } catch (error) {
    await at.client.query("rollback to attempt");
    if (error instanceof Error && /permission denied|row-level security|cannot|never changed/.test(error.message))
      return 0;
    throw error;
  }
}

describe("the second wall", () => {
  test("every table has row-level security, but the migrator's own", async () => {
    const { rows } = await sql<{ relname: string }>`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity
      order by relname`.execute(pools.system);
    expect(rows.map(({ relname }) => relname)).toEqual(["kysely_migration", "kysely_migration_lock"]);
  });

  test("a scoped connection reads, changes and deletes no row of another organization or person", async () => {
    const tables = await owned();
    expect(tables.length).toBeGreaterThan(10);
    await inTransaction(pools, here, async (at) => {
      for (const { table, column } of tables) {
        const foreign = column === "account_id" || table === "accounts" ? there.accountId : there.organizationId;
        const at_ = sql`${sql.table(table)} where ${sql.ref(column)} = ${foreign}`;
        const where = `${table}.${column}`;
        expect([where, await attempt(at, sql`select 1 from ${at_}`)]).toEqual([where, 0]);
        expect([where, await attempt(at, sql`delete from ${at_}`)]).toEqual([where, 0]);
        const set = sql`update ${sql.table(table)} set ${sql.ref(column)} = ${foreign} where ${sql.ref(column)} = ${foreign}`;
        expect([where, await attempt(at, set)]).toEqual([where, 0]);
      }
    });
  });

  test("its own rows it sees", async () => {
    await withScope(pools, here, async ({ db }) => {
      for (const table of ["members", "team_members", "invitations", "audit_events", "audit_log"] as const) {
        expect([table, await db.selectFrom(table).select("organization_id").execute()]).toEqual([
          table,
          [{ organization_id: here.organizationId }],
        ]);
      }
    });
  });

  test("it writes nothing into another organization, nor moves its own rows there", async () => {
    const refused = { code: "42501" };
    const intrude = async (work: (at: Connection) => Promise<unknown>) =>
      expect(inTransaction(pools, here, work)).rejects.toMatchObject(refused);
    await intrude(async ({ db }) => insertEvent(db, there.organizationId, 2));
    await intrude(async ({ db }) => insertInvitation(db, there.organizationId, "x@example.com"));
    await intrude(async ({ db }) =>
      db.updateTable("invitations").set({ organization_id: there.organizationId }).execute(),
    );
    await intrude(async ({ client }) => client.query("update organizations set owners = 9"));
    await intrude(async ({ client }) => client.query("select password_digest from accounts"));
    for (const table of ["session_tokens", "mailed_codes", "rate_limits", "outbox"]) {
      await intrude(async ({ client }) => client.query(`select * from ${table}`));
    }
  });

  test("a connection that comes back from another request answers nothing before it gets a scope of its own", async () => {
    const narrow = openPools(database.url, { app: 1 });
    await withScope(narrow, there, async ({ db }) => db.selectFrom("members").select("id").execute());
    const seen = await withScope(narrow, { accountId: null, organizationId: null }, async ({ db }) =>
      db.selectFrom("members").select("id").execute(),
    );
    expect(seen).toEqual([]);
    const unscoped = withConnection(narrow, async ({ db }) => db.selectFrom("accounts").select("id").execute());
    await expect(unscoped).rejects.toThrow("has no scope");
    await narrow.close();
  });
});
