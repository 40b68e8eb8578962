import { afterAll, beforeAll, expect, test } from "vitest";
import { openPools, type Pools } from "#server/storage/pools.ts";
import {
  isConnectionLoss,
  inRehearsal,
  inTransaction,
  scopeConnection,
  withScope,
  type Scope,
} from "#server/storage/scope.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { insertAccount, insertInvitation, insertOrganization } from "./rows.ts";

let database: TestDatabase;
let pools: Pools;
let scope: Scope & { organizationId: string };

beforeAll(async () => {
  database = await createTestDatabase();
  pools = openPools(database.url, { app: 1 });
  const accountId = await insertAccount(pools.system, "dana@example.com");
  scope = { accountId, organizationId: (await insertOrganization(pools.system, accountId)).id };
});

afterAll(async () => {
  await pools.close();
  await database.drop();
});

const invitations = async () =>
  withScope(pools, scope, async ({ db }) => db.selectFrom("invitations").select("email").execute());

test("a rule that is checked at the commit fails the whole command, and the connection serves the next", async () => {
  const command = inTransaction(pools, scope, async ({ db }) => {
    await insertInvitation(db, scope.organizationId, "kim@example.com");
    await db.updateTable("members").set({ status: "removed" }).execute();
    return "done";
  });
  await expect(command).rejects.toMatchObject({ constraint: "members_lasting_owner" });
  expect(await invitations()).toEqual([]);
});

test("an error that the work swallowed still fails the command instead of losing its writes silently", async () => {
  const command = inTransaction(pools, scope, async ({ db, client }) => {
    await insertInvitation(db, scope.organizationId, "kim@example.com");
    await client.query("select 1 / 0").catch(() => undefined);
  });
  await expect(command).rejects.toThrow("had failed");
  expect(await invitations()).toEqual([]);
});

test("a rehearsal that was taken back asks nothing more, since its scope went with it", async () => {
  const counts = async (asksOn: boolean) =>
    inRehearsal(
      pools,
      async ({ client }) => scopeConnection(client, scope),
      async ({ db }, _, takeBack) => {
        await insertInvitation(db, scope.organizationId, "kim@example.com");
        const before = db.selectFrom("invitations").select("email").execute();
        takeBack();
        const rows = await before;
        return asksOn ? db.selectFrom("invitations").select("email").execute() : rows;
      },
    );
  expect(await counts(false)).toHaveLength(1);
  await expect(counts(true)).rejects.toThrow("has no scope");
  expect(await invitations()).toEqual([]);
});

test("a connection that the database cut is replaced", async () => {
  const command = inTransaction(pools, scope, async ({ db, client }) => {
    await insertInvitation(db, scope.organizationId, "kim@example.com");
    const { rows } = await client.query("select pg_backend_pid() as pid");
    await pools.systemPool.query("select pg_terminate_backend($1)", [rows[0].pid]);
    await client.query("select 1");
  });
  // Driver and system tell a cut connection in several ways.
  await expect(command).rejects.toSatisfy(isConnectionLoss);
  expect(await invitations()).toEqual([]);
});

test("a waiting command gives up after its time and leaves nothing", async () => {
  const held = inTransaction(pools, scope, async ({ client }) => {
    await client.query("set local statement_timeout = 50");
    await client.query("select pg_sleep(5)");
  });
  await expect(held).rejects.toMatchObject({ code: "57014" });
  expect(await invitations()).toEqual([]);
});

test("revisions and counts are numbers", async () => {
  const { rows } = await pools.systemPool.query("select 42::bigint as revision, count(*) as n from accounts");
  expect(rows).toEqual([{ revision: 42, n: 1 }]);
});
