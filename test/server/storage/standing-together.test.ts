import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#server/storage/ids.ts";
import { openPools, type Pools } from "#server/storage/pools.ts";
import { standingTogether } from "#server/storage/queries/standing-together.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { insertAccount, insertMember, insertOrganization } from "./rows.ts";

let database: TestDatabase;
let pools: Pools;

beforeAll(async () => {
  database = await createTestDatabase();
  pools = openPools(database.url, { app: 1 });
});

afterAll(async () => {
  await pools.close();
  await database.drop();
});

async function team() {
  const owner = await insertAccount(pools.system, `${newId()}@example.com`);
  const { id, ownerMemberId } = await insertOrganization(pools.system, owner);
  const member = await insertAccount(pools.system, `${newId()}@example.com`);
  return { id, ownerMemberId, memberId: await insertMember(pools.system, id, member) };
}

test.each([
  ["few", 1],
  ["many", 100],
])("%s questions about several organizations at once: each learns of its own members alone", async (_, count) => {
  const strangers = Array.from({ length: count }, () => newId());
  const teams = [await team(), await team(), await team()];
  const everybody = teams.flatMap(({ ownerMemberId, memberId }) => [ownerMemberId, memberId]);
  const asked = teams.flatMap((one) => Array.from({ length: 40 }, () => one));
  const answers = await Promise.all(asked.map(({ id }) => standingTogether(pools, id, [...everybody, ...strangers])));
  for (const [index, { ownerMemberId, memberId }] of asked.entries()) {
    expect(answers[index]).toHaveLength(2);
    expect(answers[index]).toEqual(
      expect.arrayContaining([
        { memberId: ownerMemberId, role: "owner", status: "active" },
        { memberId, role: "member", status: "active" },
      ]),
    );
  }
});

test("nobody asked about is nobody found", async () => {
  const { id, memberId } = await team();
  expect(await Promise.all([standingTogether(pools, id, []), standingTogether(pools, newId(), [memberId])])).toEqual([
    [],
    [],
  ]);
});
