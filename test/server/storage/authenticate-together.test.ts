import { afterAll, beforeAll, expect, test } from "vitest";
import { authenticateTogether } from "#server/storage/authenticate-together.ts";
import { openPools, type Pools } from "#server/storage/pools.ts";
import { scopeOf, withReading } from "#server/storage/reading.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { digest, insertAccount, insertMember, insertOrganization, insertSession } from "./rows.ts";

let database: TestDatabase;
let pools: Pools;
let owner: string;
let organization: string;

beforeAll(async () => {
  database = await createTestDatabase();
  pools = openPools(database.url, { app: 2 });
  owner = await insertAccount(pools.system, "dana@example.com");
  organization = (await insertOrganization(pools.system, owner)).id;
  await insertSession(pools.system, owner, "dana's token");
});

afterAll(async () => {
  await pools.close();
  await database.drop();
});

const ask = (secret: string, wanted: string | null) =>
  authenticateTogether(pools, digest(secret).toString("hex"), wanted);

test("300 tokens asked at once each get their own person and place", async () => {
  const people = await Promise.all(
    Array.from({ length: 100 }, async (_, index) => {
      const id = await insertAccount(pools.system, `person${index}@example.com`);
      if (index % 2 === 0) await insertMember(pools.system, organization, id);
      await insertSession(pools.system, id, `token ${index}`);
      return id;
    }),
  );
  const answers = await Promise.all(
    people.map((_, index) =>
      Promise.all([ask(`token ${index}`, organization), ask(`token ${index}`, null), ask(`guessed ${index}`, null)]),
    ),
  );
  for (const [index, [inside, outside, guessed]] of answers.entries()) {
    const account = { id: people[index], email: `person${index}@example.com`, emailVerified: true };
    const isMember = index % 2 === 0;
    expect(inside).toMatchObject({ account });
    expect(inside?.member?.role).toBe(isMember ? "member" : undefined);
    expect(inside?.organization?.id).toBe(isMember ? organization : undefined);
    expect(outside).toMatchObject({ account, member: null, organization: null });
    expect(guessed).toBeNull();
  }
});

test("a session that ended is not answered by a lookup that was on its way", async () => {
  const person = await insertAccount(pools.system, "leaving@example.com");
  const session = await insertSession(pools.system, person, "leaving's token");
  const busy = Array.from({ length: 50 }, () => ask("leaving's token", null));
  await Promise.all(busy);
  const beside = Array.from({ length: 250 }, () => ask("dana's token", organization));
  await pools.system.updateTable("sessions").set({ revoked_at: new Date() }).where("id", "=", session).execute();
  expect(await ask("leaving's token", null)).toBeNull();
  await Promise.all(beside);
});

test("a removed member reads nothing of the organization from then on", async () => {
  const person = await insertAccount(pools.system, "removed@example.com");
  const member = await insertMember(pools.system, organization, person);
  await insertSession(pools.system, person, "removed's token");
  const visible = async () => {
    const found = await ask("removed's token", organization);
    if (found === null) throw new Error("The session lives");
    return withReading(pools, scopeOf(found), ({ db }) => db.selectFrom("team_members").select("id").execute());
  };
  expect((await visible()).length).toBeGreaterThan(1);
  await pools.system.updateTable("members").set({ status: "removed" }).where("id", "=", member).execute();
  expect(await visible()).toEqual([]);
});

test("connections that are lent in turn keep no one's scope", async () => {
  const stranger = { accountId: await insertAccount(pools.system, "stranger@example.com"), organizationId: null };
  const insider = { accountId: owner, organizationId: organization };
  const sizes = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      withReading(pools, index % 2 === 0 ? insider : stranger, async ({ db }) => {
        const rows = await db.selectFrom("team_members").select("id").execute();
        return rows.length > 0;
      }),
    ),
  );
  expect(sizes).toEqual(sizes.map((_, index) => index % 2 === 0));
});

test("what reads nothing takes no connection", async () => {
  const scope = { accountId: owner, organizationId: organization };
  const held = await Promise.all([pools.appPool.connect(), pools.appPool.connect()]);
  expect(await withReading(pools, scope, async () => "answered")).toBe("answered");
  for (const client of held) client.release();
});

test("a failed query is thrown and its connection serves the next", async () => {
  const scope = { accountId: owner, organizationId: organization };
  const failing = withReading(pools, scope, ({ db }) =>
    db.selectFrom("team_members").select("id").where("id", "=", "not an id").execute(),
  );
  await expect(failing).rejects.toThrow(/uuid/);
  const rows = await withReading(pools, scope, ({ db }) => db.selectFrom("team_members").select("id").execute());
  expect(rows.length).toBeGreaterThan(0);
  expect(pools.appPool.idleCount).toBe(pools.appPool.totalCount);
});
