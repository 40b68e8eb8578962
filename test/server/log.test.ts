import { createLog } from "#server/log.ts";
import { newId } from "#server/storage/ids.ts";
import { openPools } from "#server/storage/pools.ts";
import { createTestDatabase } from "#test/support/database.ts";
import { expect, test } from "vitest";
import { insertAccount } from "./storage/rows.ts";

test("a row that the database refuses is not repeated in the log", async () => {
  const database = await createTestDatabase();
  const pools = openPools(database.url);
  await insertAccount(pools.system, "dana@example.com");
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const row = { id: newId(), name: "Dana", email: "dana@example.com", email_folded: "dana@example.com" };
  for (const refused of [
    { ...row, password_digest: "$argon2id$of-dana" },
    { ...row, email_folded: "other@example.com", password_digest: "$argon2id$of-dana", time_zone: null },
  ]) {
    // The types forbid the second, so it goes as a program with a fault would send it.
    const columns = Object.keys(refused);
    const values = columns.map((_, index) => `$${index + 1}`);
    const text = `insert into accounts (${columns.join()}) values (${values.join()})`;
    await pools.systemPool.query(text, Object.values(refused)).catch((err: unknown) => log.error({ err }, "failed"));
  }
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain("accounts_email_folded_key");
  expect(lines[1]).toContain("violates not-null constraint");
  // SQLSTATE: already there, and missing.
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { err: { errorCode: "23505" } },
    { err: { errorCode: "23502" } },
  ]);
  expect(lines.join("")).not.toMatch(/dana@example\.com|argon2id/);
  await pools.close();
  await database.drop();
});
