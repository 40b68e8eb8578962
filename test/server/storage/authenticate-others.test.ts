import { afterAll, beforeAll, expect, test } from "vitest";
import { authenticateTogether } from "#server/storage/authenticate-together.ts";
import { newId } from "#server/storage/ids.ts";
import { openPools, type Pools } from "#server/storage/pools.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { digest, insertAccount, insertMember, insertOrganization, insertSession } from "./rows.ts";

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
  const token = newId();
  const owner = await insertAccount(pools.system, `${newId()}@example.com`);
  const { id, ownerMemberId } = await insertOrganization(pools.system, owner);
  await insertSession(pools.system, owner, token);
  const member = await insertAccount(pools.system, `${newId()}@example.com`);
  return { id, token, ownerMemberId, memberId: await insertMember(pools.system, id, member) };
}

const ask = async (token: string, organizationId: string | null, others: readonly string[]) =>
  (await authenticateTogether(pools, digest(token).toString("hex"), organizationId, others))?.others;

test.each([
  ["few", 1],
  ["many", 100],
])("%s people of several organizations asked about at once: each learns of its own members alone", async (_, count) => {
  const strangers = Array.from({ length: count }, () => newId());
  const teams = [await team(), await team(), await team()];
  const everybody = teams.flatMap(({ ownerMemberId, memberId }) => [ownerMemberId, memberId]);
  const asked = teams.flatMap((one) => Array.from({ length: 40 }, () => one));
  const answers = await Promise.all(
    asked.flatMap(({ id, token }) => [ask(token, id, [...everybody, ...strangers]), ask(token, id, [])]),
  );
  for (const [index, { ownerMemberId, memberId }] of asked.entries()) {
    expect(answers[2 * index]).toHaveLength(2);
    expect(answers[2 * index]).toEqual(
      expect.arrayContaining([
        { memberId: ownerMemberId, role: "owner", status: "active" },
        { memberId, role: "member", status: "active" },
      ]),
    );
    expect(answers[2 * index + 1]).toEqual([]);
  }
});

test("nobody learns of members where they were never one, or without an organization", async () => {
  const [mine, theirs] = [await team(), await team()];
  expect(await ask(mine.token, theirs.id, [theirs.memberId])).toEqual([]);
  expect(await ask(mine.token, null, [mine.memberId])).toEqual([]);
  expect(await ask(mine.token, newId(), [mine.memberId])).toEqual([]);
  expect(await ask("guessed", theirs.id, [theirs.memberId])).toBeUndefined();
});

test("a role whose key holds a space is read whole", async () => {
  const { id, token, memberId } = await team();
  await pools.system.updateTable("members").set({ role: "a b" }).where("id", "=", memberId).execute();
  expect(await ask(token, id, [memberId])).toEqual([{ memberId, role: "a b", status: "active" }]);
});
