import { Kysely, PostgresDialect } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#server/storage/ids.ts";
import { up } from "#server/storage/migrations/0034-lasting-owner.ts";
import { up as count } from "#server/storage/migrations/0037-lasting-owners.ts";
import { openPools, type Pools } from "#server/storage/pools.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { insertAccount, insertMember, insertOrganization } from "./rows.ts";

/** Organizations from before migration 0034, when every owner's access could have an end. */
let database: TestDatabase;
let pools: Pools;

beforeAll(async () => {
  database = await createTestDatabase();
  pools = openPools(database.url);
});

afterAll(async () => {
  await pools.close();
  await database.drop();
});

const anAccount = () => insertAccount(pools.system, `${newId()}@example.com`);
const [early, late] = [new Date("2026-11-01T00:00:00.000Z"), new Date("2026-12-01T00:00:00.000Z")];

/** Two owners whose access ends then, or never. */
async function owners(...ends: readonly (Date | null)[]): Promise<string> {
  const { id, ownerMemberId } = await insertOrganization(pools.system, await anAccount());
  const other = await insertMember(pools.system, id, await anAccount());
  const [first = null, second = null] = ends;
  const set = (access_until: Date | null, member: string) =>
    pools.system.updateTable("members").set({ owner_class: true, access_until }).where("id", "=", member).execute();
  await set(first, ownerMemberId);
  await set(second, other);
  return id;
}

async function endsOf(organizationId: string): Promise<(string | null)[]> {
  const members = pools.system
    .selectFrom("members")
    .select("access_until")
    .where("organization_id", "=", organizationId);
  return (await members.orderBy("access_until").execute()).map(({ access_until: at }) => at?.toISOString() ?? null);
}

test("where every owner's access had an end, the last of them has it without one", async () => {
  await pools.systemPool.query("drop trigger members_lasting_owner on members");
  await pools.systemPool.query("drop trigger members_lasting_owner_gone on members");
  await pools.systemPool.query("drop function orgdesk_require_lasting_owner");
  await pools.systemPool.query("drop function orgdesk_authenticate");
  await pools.systemPool.query("create function orgdesk_access_over(uuid, uuid, boolean) returns boolean return true");
  const [ending, lasting] = [await owners(early, late), await owners(early, null)];
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: pools.systemPool }) });
  await up(db);
  expect(await endsOf(ending)).toEqual([early.toISOString(), null]);
  expect(await endsOf(lasting)).toEqual([early.toISOString(), null]);
  const all = pools.system.updateTable("members").set({ access_until: late }).where("organization_id", "=", ending);
  await expect(all.execute()).rejects.toMatchObject({ constraint: "members_lasting_owner" });
  await pools.systemPool.query("alter table organizations drop column lasting_owners");
  await count(db);
  const counted = await pools.system.selectFrom("organizations").select(["owners", "lasting_owners"]).execute();
  expect(counted).toEqual([
    { owners: 2, lasting_owners: 1 },
    { owners: 2, lasting_owners: 1 },
  ]);
});
