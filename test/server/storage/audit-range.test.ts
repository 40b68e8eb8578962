import { expect, test } from "vitest";
import { revisionsBetween } from "#server/storage/audit-range.ts";
import { openPools } from "#server/storage/pools.ts";
import { withScope } from "#server/storage/scope.ts";
import { createTestDatabase } from "#test/support/database.ts";
import { insertAccount, insertEvent, insertOrganization } from "./rows.ts";

test("a span of time is a range of revisions", async () => {
  const database = await createTestDatabase();
  const pools = openPools(database.url);
  const accountId = await insertAccount(pools.system, "dana@example.com");
  const { id: organizationId } = await insertOrganization(pools.system, accountId);
  const day = (number: number) => new Date(Date.UTC(2026, 0, number));
  for (const revision of [1, 2, 3, 4, 5]) await insertEvent(pools.system, organizationId, revision, day(revision));

  const range = async (from: Date | null, to: Date | null) =>
    withScope(pools, { accountId, organizationId }, async ({ db }) => revisionsBetween(db, organizationId, from, to));
  expect(await range(day(2), day(4))).toEqual({ first: 2, last: 3 });
  expect(await range(null, day(2))).toEqual({ first: 1, last: 1 });
  expect(await range(day(4), null)).toEqual({ first: 4, last: Number.MAX_SAFE_INTEGER });
  const none = await range(day(6), day(7));
  expect(none.first).toBeGreaterThanOrEqual(none.last);
  const before = await range(null, day(1));
  expect(before.first).toBeGreaterThan(before.last);
  await pools.close();
  await database.drop();
});
