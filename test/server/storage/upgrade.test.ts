import { Kysely, PostgresDialect, sql } from "kysely";
import { FileMigrationProvider, Migrator } from "kysely/migration";
import { promises as fs } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "#server/storage/migrate.ts";
import { newId } from "#server/storage/ids.ts";
import { openPools, type Pools } from "#server/storage/pools.ts";
import { createEmptyDatabase, type TestDatabase } from "#test/support/database.ts";
import { insertAccount, insertMember, insertOrganization } from "./rows.ts";

/** A database of the last version, with all that later rules forbid, as a start of the server finds it. */
let database: TestDatabase;
let pools: Pools;

const migrationFolder = fileURLToPath(new URL("../../../src/server/storage/migrations", import.meta.url));

beforeAll(async () => {
  database = await createEmptyDatabase();
  pools = openPools(database.url);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: pools.systemPool }) });
  const provider = new FileMigrationProvider({ fs, path, migrationFolder });
  const { error } = await new Migrator({ db, provider }).migrateTo("0033-returned");
  if (error) throw error;
});
afterAll(async () => {
  await pools.close();
  await database.drop();
});

const anAccount = () => insertAccount(pools.system, `${newId()}@example.com`);
const [past, soon, late] = ["2020-01-01", "2040-01-01", "2041-01-01"].map((day) => `${day}T00:00:00.000Z`);

interface Ends {
  readonly organizationId: string;
  readonly memberIds: readonly string[];
}

/** An organization whose owners' access ends so. */
async function ownersUntil(...ends: readonly (string | undefined)[]): Promise<Ends> {
  const { id, ownerMemberId } = await insertOrganization(pools.system, await anAccount());
  const others: string[] = [];
  for (const _ of ends.slice(1)) others.push(await insertMember(pools.system, id, await anAccount()));
  const memberIds = [ownerMemberId, ...others];
  for (const [index, until] of ends.entries()) {
    await sql`update members set owner_class = true, access_until = ${until ?? null}::timestamptz
      where id = ${memberIds[index]}::uuid`.execute(pools.system);
  }
  return { organizationId: id, memberIds };
}

/** A member whose membership ended, as the log tells it. */
async function removedBy(organizationId: string, action: "member.removed" | "member.left"): Promise<string> {
  const id = await insertMember(pools.system, organizationId, await anAccount());
  await sql`update members set status = 'removed', removed_at = now() where id = ${id}::uuid`.execute(pools.system);
  const revision = action === "member.left" ? 1 : 2;
  await sql`insert into audit_events (organization_id, revision, id, at, actor_name, action, target_type, target_id,
      target_name, previous_hash, hash, request_id)
    values (${organizationId}::uuid, ${revision}, ${newId()}::uuid, now(), 'Dana', ${action}, 'member', ${id}, 'Max', '',
      'h', 'r')`.execute(pools.system);
  return id;
}

async function membersOf(organizationId: string) {
  const { rows } = await sql<{ id: string; until: string | null; left: boolean }>`
    select id, to_char(access_until, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until, left_themselves as left
    from members where organization_id = ${organizationId}::uuid`.execute(pools.system);
  return new Map(rows.map(({ id, ...member }) => [id, member]));
}

test("what a later rule forbids is put right by the upgrade, in one go, and the rest is left alone", async () => {
  const ending = await ownersUntil(soon, late);
  const over = await ownersUntil(past);
  const lasting = await ownersUntil(soon, undefined);
  const held = await ownersUntil(soon);
  await sql`update organizations set status = 'held', held_at = now(), purge_at = ${late}
    where id = ${held.organizationId}::uuid`.execute(pools.system);
  const left = await removedBy(lasting.organizationId, "member.left");
  const removed = await removedBy(lasting.organizationId, "member.removed");

  await migrate(database.url);

  const untilOf = async ({ organizationId, memberIds }: Ends) => {
    const members = await membersOf(organizationId);
    return memberIds.map((id) => members.get(id)?.until);
  };
  expect(await untilOf(ending)).toEqual([soon, null]);
  expect(await untilOf(over)).toEqual([null]);
  expect(await untilOf(lasting)).toEqual([soon, null]);
  expect(await untilOf(held)).toEqual([null]);
  const members = await membersOf(lasting.organizationId);
  expect([left, removed].map((id) => members.get(id)?.left)).toEqual([true, false]);
  const last = pools.system.updateTable("members").where("organization_id", "=", over.organizationId);
  await expect(last.set({ access_until: new Date() }).execute()).rejects.toMatchObject({
    constraint: "members_lasting_owner",
  });
});
