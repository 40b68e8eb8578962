import { afterAll, beforeAll, expect, test } from "vitest";
import { authenticate, presenceIsStale, recordPresence } from "#server/storage/authenticate.ts";
import { openPools, type Pools } from "#server/storage/pools.ts";
import { inTransactionAfter, withConnection } from "#server/storage/scope.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { digest, insertAccount, insertMember, insertOrganization, insertSession } from "./rows.ts";

let database: TestDatabase;
let pools: Pools;
let owner: string;
let organization: string;
let session: string;

beforeAll(async () => {
  database = await createTestDatabase();
  pools = openPools(database.url);
  owner = await insertAccount(pools.system, "dana@example.com");
  organization = (await insertOrganization(pools.system, owner)).id;
  session = await insertSession(pools.system, owner, "dana's token");
});

afterAll(async () => {
  await pools.close();
  await database.drop();
});

const check = async (secret: string, organizationId: string | null) =>
  withConnection(pools, async ({ client, db }) => ({
    found: await authenticate(client, digest(secret), organizationId),
    visible: await db.selectFrom("audit_log").select("id").execute(),
    members: (await db.selectFrom("team_members").select("id").execute()).length,
  }));

test("a live token finds its session, person, membership and organization, and sets the scope", async () => {
  const { found, members } = await check("dana's token", organization);
  expect(found).toMatchObject({
    session: { id: session },
    account: { id: owner, email: "dana@example.com", emailVerified: true },
    member: { role: "owner", ownerClass: true, status: "active" },
    organization: { id: organization, preset: "agency", revision: 0, lastingOwners: 1, activeMembers: 1 },
  });
  expect(members).toBe(1);
});

test("an unknown token and a foreign organization get no scope", async () => {
  expect((await check("guessed", organization)).found).toBeNull();
  const stranger = await insertAccount(pools.system, "stranger@example.com");
  await insertSession(pools.system, stranger, "stranger's token");
  const { found, members } = await check("stranger's token", organization);
  expect(found).toMatchObject({ account: { id: stranger }, member: null, organization: null });
  expect(members).toBe(0);
});

test("a removed member keeps the session and loses the organization with the next request", async () => {
  const person = await insertAccount(pools.system, "removed@example.com");
  const member = await insertMember(pools.system, organization, person);
  await insertSession(pools.system, person, "removed's token");
  expect((await check("removed's token", organization)).members).toBe(2);
  await pools.system.updateTable("members").set({ status: "removed" }).where("id", "=", member).execute();
  const { found, members } = await check("removed's token", organization);
  expect(found?.member?.status).toBe("removed");
  expect(members).toBe(0);
});

test.each([
  [
    "a revoked session",
    async (id: string) =>
      pools.system.updateTable("sessions").set({ revoked_at: new Date() }).where("id", "=", id).execute(),
  ],
  [
    "an expired session",
    async (id: string) =>
      pools.system
        .updateTable("sessions")
        .set({ expires_at: new Date(0) })
        .where("id", "=", id)
        .execute(),
  ],
  [
    "an expired token",
    async (id: string) =>
      pools.system
        .updateTable("session_tokens")
        .set({ expires_at: new Date(0) })
        .where("session_id", "=", id)
        .execute(),
  ],
  [
    "a refresh token",
    async (id: string) =>
      pools.system.updateTable("session_tokens").set({ kind: "refresh" }).where("session_id", "=", id).execute(),
  ],
])("%s is nobody", async (what, spoil) => {
  const id = await insertSession(pools.system, owner, what);
  expect((await check(what, null)).found?.session.id).toBe(id);
  await spoil(id);
  expect((await check(what, null)).found).toBeNull();
});

test("authentication and the work share one transaction, and a failed one leaves nothing", async () => {
  const attempt = inTransactionAfter(
    pools,
    async ({ client }) => authenticate(client, digest("dana's token"), organization),
    async ({ db }, who) => {
      await db
        .updateTable("organizations")
        .set({ name: "Changed" })
        .where("id", "=", who?.organization?.id ?? "")
        .execute();
      throw new Error("refused");
    },
  );
  await expect(attempt).rejects.toThrow("refused");
  const row = await pools.system.selectFrom("organizations").select("name").where("id", "=", organization).execute();
  expect(row).toEqual([{ name: "Northwind" }]);
});

test("presence is written when it is five minutes old", async () => {
  const { found } = await check("dana's token", organization);
  if (!found) throw new Error("the token is live");
  expect(presenceIsStale(found, new Date())).toBe(true);
  await recordPresence(pools, found);
  const again = (await check("dana's token", organization)).found;
  expect(again && presenceIsStale(again, new Date())).toBe(false);
});
