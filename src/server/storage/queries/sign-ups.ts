import { sql, type Insertable } from "kysely";
import type { Db, SignUpsTable } from "../database.ts";

const columns = [
  "id",
  "email",
  "email_folded",
  "name",
  "password_digest",
  "code_digest as digest",
  "invitation_digest",
  "attempts",
  "expires_at",
  "used_at",
] as const;

/** A sign-up attempt that has not become an account yet. */
export type SignUp = NonNullable<Awaited<ReturnType<typeof trySignUp>>>;

export async function insertSignUp(db: Db, signUp: Omit<Insertable<SignUpsTable>, "attempts">): Promise<void> {
  await db.insertInto("sign_ups").values(signUp).execute();
}

/** Counts one try of the code, whatever becomes of it, and gives the attempt as it stands after that. */
export async function trySignUp(db: Db, id: string) {
  return db
    .updateTable("sign_ups")
    .set({ attempts: sql<number>`attempts + 1` })
    .where("id", "=", id)
    .returning(columns)
    .executeTakeFirst();
}

/** Spends an attempt, once: false when a parallel request was first. The password is not needed here any more. */
export async function spendSignUp(db: Db, id: string, at: Date): Promise<boolean> {
  const spent = await db
    .updateTable("sign_ups")
    .set({ used_at: at, password_digest: "" })
    .where("id", "=", id)
    .where("used_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return spent !== undefined;
}

/** An attempt that began after `since` and is not finished. */
export async function findSignUp(db: Db, id: string, since: Date) {
  return db
    .selectFrom("sign_ups")
    .select(["email", "email_folded", "name", "attempts"])
    .where("id", "=", id)
    .where("used_at", "is", null)
    .where("created_at", ">", since)
    .executeTakeFirst();
}

/** Gives an attempt a new code; the earlier one stops working. Tries stay counted. */
export async function renewCode(db: Db, id: string, code: { digest: Buffer; expiresAt: Date }): Promise<void> {
  await db
    .updateTable("sign_ups")
    .set({ code_digest: code.digest, expires_at: code.expiresAt })
    .where("id", "=", id)
    .where("used_at", "is", null)
    .execute();
}
