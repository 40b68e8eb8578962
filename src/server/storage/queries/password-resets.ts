import { sql } from "kysely";
import type { Db } from "../database.ts";

export async function insertReset(
  db: Db,
  reset: { id: string; accountId: string | null; digest: Buffer; expiresAt: Date },
): Promise<void> {
  const { id, accountId: account_id, digest, expiresAt: expires_at } = reset;
  await db
    .insertInto("mailed_codes")
    .values({ id, account_id, purpose: "resetPassword", digest, expires_at })
    .execute();
}

/** Counts one try of the code, whatever becomes of it, and gives the reset as it stands after that. */
export async function tryReset(db: Db, id: string) {
  return db
    .updateTable("mailed_codes")
    .set({ attempts: sql<number>`attempts + 1` })
    .where("id", "=", id)
    .returning(["id", "account_id", "digest", "attempts", "expires_at", "used_at"])
    .executeTakeFirst();
}

/** Spends a reset, once, and with it every other code of the account; false when a parallel request was first. */
export async function spendReset(db: Db, id: string, accountId: string, at: Date): Promise<boolean> {
  const spent = await db
    .updateTable("mailed_codes")
    .set({ used_at: at })
    .where("account_id", "=", accountId)
    .where("used_at", "is", null)
    .returning("id")
    .execute();
  return spent.some((row) => row.id === id);
}
