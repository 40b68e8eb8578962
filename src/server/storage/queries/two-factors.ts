import type { Db } from "../database.ts";

/** Keeps a secret that does not count yet, in place of an earlier such one. */
export async function beginTwoFactor(db: Db, accountId: string, secret: Buffer, at: Date): Promise<void> {
  const fresh = { secret, last_step: 0, started_at: at, confirmed_at: null };
  await db
    .insertInto("two_factors")
    .values({ account_id: accountId, ...fresh })
    .onConflict((conflict) => conflict.column("account_id").doUpdateSet(fresh))
    .execute();
}

/** The person's secret, confirmed or not, which nobody else reads or uses until the transaction ends. */
export async function lockTwoFactor(db: Db, accountId: string) {
  return db
    .selectFrom("two_factors")
    .select(["secret", "last_step", "started_at", "confirmed_at"])
    .where("account_id", "=", accountId)
    .forUpdate()
    .executeTakeFirst();
}

/** Notes that the code of a step was used: false when it, or the code of a later step, was used before. */
export async function takeStep(db: Db, accountId: string, step: number): Promise<boolean> {
  const taken = await db
    .updateTable("two_factors")
    .set({ last_step: step })
    .where("account_id", "=", accountId)
    .where("last_step", "<", step)
    .returning("account_id")
    .executeTakeFirst();
  return taken !== undefined;
}

/** Turns the second step on. */
export async function confirmTwoFactor(db: Db, accountId: string, at: Date): Promise<void> {
  await db.updateTable("two_factors").set({ confirmed_at: at }).where("account_id", "=", accountId).execute();
  await db.updateTable("accounts").set({ two_factor_since: at }).where("id", "=", accountId).execute();
}

/** Turns the second step off and forgets everything that belonged to it. */
export async function removeTwoFactor(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom("two_factors").where("account_id", "=", accountId).execute();
  await db.deleteFrom("recovery_codes").where("account_id", "=", accountId).execute();
  await db.updateTable("accounts").set({ two_factor_since: null }).where("id", "=", accountId).execute();
}

export async function replaceRecoveryCodes(db: Db, accountId: string, digests: readonly Buffer[]): Promise<void> {
  await db.deleteFrom("recovery_codes").where("account_id", "=", accountId).execute();
  await db
    .insertInto("recovery_codes")
    .values(digests.map((digest) => ({ account_id: accountId, digest })))
    .execute();
}

/** Uses a recovery code up, once: false for an unknown or used one. */
export async function takeRecoveryCode(db: Db, accountId: string, digest: Buffer, at: Date): Promise<boolean> {
  const taken = await db
    .updateTable("recovery_codes")
    .set({ used_at: at })
    .where("account_id", "=", accountId)
    .where("digest", "=", digest)
    .where("used_at", "is", null)
    .returning("account_id")
    .executeTakeFirst();
  return taken !== undefined;
}

/** Since when the person's sign-in has a second step, and how many recovery codes are left. */
export async function twoFactorOf(db: Db, accountId: string) {
  return db
    .selectFrom("accounts as a")
    .select((select) => [
      "a.two_factor_since as since",
      select
        .selectFrom("recovery_codes as r")
        .select((of) => of.fn.count<number>("r.account_id").as("left"))
        .whereRef("r.account_id", "=", "a.id")
        .where("r.used_at", "is", null)
        .$asScalar()
        .as("left"),
    ])
    .where("a.id", "=", accountId)
    .executeTakeFirstOrThrow();
}
