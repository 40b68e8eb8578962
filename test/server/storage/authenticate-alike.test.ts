import { afterAll, beforeAll, expect, test } from "vitest";
import { authenticateAccount } from "#server/storage/authenticate-account.ts";
import { authenticateTogether } from "#server/storage/authenticate-together.ts";
import { authenticate } from "#server/storage/authenticate.ts";
import { newId } from "#server/storage/ids.ts";
import { openPools, type Pools } from "#server/storage/pools.ts";
import { withConnection } from "#server/storage/scope.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { digest, insertAccount, insertOrganization, insertSession } from "./rows.ts";

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

/** Somebody of whom every column that is read says something of its own. */
async function somebody(name: string) {
  const secret = newId();
  const accountId = await insertAccount(pools.system, `${secret}@example.com`, name);
  const organization = await insertOrganization(pools.system, accountId, { seats_limit: 7, name: `${name} & Co.` });
  const sessionId = await insertSession(pools.system, accountId, secret);
  const profile = { locale: "de-AT", time_zone: "Europe/Vienna", last_organization_id: organization.id };
  await pools.system.updateTable("accounts").set(profile).where("id", "=", accountId).execute();
  const rules = { switches: JSON.stringify({ adminsInvite: false }), preset_version: 3, revision: 5 };
  await pools.system.updateTable("organizations").set(rules).where("id", "=", organization.id).execute();
  const seen = { last_seen_at: new Date("2026-11-21T19:25:56.123Z") };
  await pools.system.updateTable("members").set(seen).where("id", "=", organization.ownerMemberId).execute();
  return { secret, accountId, sessionId, organizationId: organization.id };
}

const byConnection = (secret: string, organizationId: string | null) =>
  withConnection(pools, ({ client }) => authenticate(client, digest(secret), organizationId));

const together = (secret: string, organizationId: string | null, others: readonly string[] = []) =>
  authenticateTogether(pools, digest(secret).toString("hex"), organizationId, others);

test.each(["Dana Reyes", `"Ōta\\n", 名\t\u2028é\n[null, {}]`])("%j is told alike, whichever way asks", async (name) => {
  const { secret, accountId, sessionId, organizationId } = await somebody(name);
  const known = await byConnection(secret, organizationId);
  expect(known).toMatchObject({
    session: { id: sessionId },
    account: { id: accountId, name, emailVerified: true, locale: "de-AT", lastOrganizationId: organizationId },
    member: { role: "owner", lastSeenAt: new Date("2026-11-21T19:25:56.123Z") },
    organization: {
      name: `${name} & Co.`,
      presetVersion: 3,
      seatsLimit: 7,
      lastingOwners: 1,
      switches: { adminsInvite: false },
    },
  });
  expect(await together(secret, organizationId)).toEqual(known);
  expect(await together(secret, organizationId, [newId()])).toEqual(known);
  const ofJob = await authenticateAccount(pools, accountId, organizationId, sessionId);
  expect({ ...ofJob, session: known?.session }).toEqual(known);
  expect(ofJob?.session).toEqual({ id: sessionId, lastUsedAt: expect.any(Date) });
});

test("without an organization the person alone is told, alike too", async () => {
  const { secret } = await somebody("Dana Reyes");
  const known = await byConnection(secret, null);
  expect(known).toMatchObject({ member: null, organization: null });
  expect(await together(secret, null)).toEqual(known);
  expect(await authenticateAccount(pools, newId(), newId(), newId())).toBeNull();
});
