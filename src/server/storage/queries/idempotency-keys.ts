import type { Insertable, RawBuilder } from "kysely";
import type { Db, IdempotencyKeysTable } from "../database.ts";

type NewKey = Pick<Insertable<IdempotencyKeysTable>, "key" | "operation" | "request_digest"> & {
  readonly account_id: string | RawBuilder<string>;
};

/** Takes a key; false when the person used it before. Waits for a command with the same key that is under way. */
export async function insertKey(db: Db, key: NewKey): Promise<boolean> {
  const inserted = await db
    .insertInto("idempotency_keys")
    .values({ ...key, status: null, response: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning("key")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** What a key was used for, and the answer given then. */
export async function useOfKey(db: Db, accountId: string | RawBuilder<string>, key: string) {
  return db
    .selectFrom("idempotency_keys")
    .select(["operation", "request_digest", "response"])
    .where("account_id", "=", accountId)
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
}

/** Keeps the answer for a retry; commits with the command itself. */
export async function keepResponse(db: Db, accountId: string, key: string, response: unknown): Promise<void> {
  await db
    .updateTable("idempotency_keys")
    .set({ status: 200, response: JSON.stringify(response) })
    .where("account_id", "=", accountId)
    .where("key", "=", key)
    .execute();
}
