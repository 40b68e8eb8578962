import pg from "pg";
import { expect, test } from "vitest";
import { migrate } from "#server/storage/migrate.ts";
import { createEmptyDatabase, createTestDatabase } from "#test/support/database.ts";

async function tablesOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("select count(*)::int as n from pg_tables where schemaname = 'public'");
  await client.end();
  return rows[0].n;
}

test("two servers that start at once on an empty database both find the newest schema", async () => {
  const database = await createEmptyDatabase();
  await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
  expect(await tablesOf(database.url)).toBeGreaterThan(11);
  await database.drop();
});

test("two empty databases of one cluster migrate at once, though they share the role", async () => {
  const databases = await Promise.all([createEmptyDatabase(), createEmptyDatabase()]);
  await Promise.all(databases.map(async ({ url }) => migrate(url)));
  expect(await tablesOf(databases[0].url)).toBe(await tablesOf(databases[1].url));
  await Promise.all(databases.map(async (database) => database.drop()));
});

test("migrating again changes nothing", async () => {
  const database = await createTestDatabase();
  const before = await tablesOf(database.url);
  await migrate(database.url);
  expect(await tablesOf(database.url)).toBe(before);
  await database.drop();
});
