import type { Db } from "../database.ts";

/**
 * Takes a refresh token out of use and says whose it was. Of any number of requests with the same token exactly one
 * gets an answer: PostgreSQL lets the others wait for this row and then find it used.
 */
export async function takeRefreshToken(db: Db, digest: Buffer, at: Date) {
  return db
    .updateTable("session_tokens as t")
    .from("sessions as s")
    .set({ used_at: at })
    .whereRef("s.id", "=", "t.session_id")
    .where("t.digest", "=", digest)
    .where("t.kind", "=", "refresh")
    .where("t.used_at", "is", null)
    .where("t.expires_at", ">", at)
    .where("s.revoked_at", "is", null)
    .where("s.expires_at", ">", at)
    .returning(["s.id as session_id", "s.account_id", "t.generation"])
    .executeTakeFirst();
}

/** A refresh token that could not be taken, with the session it belonged to, if there ever was one. */
export async function findSpentToken(db: Db, digest: Buffer) {
  return db
    .selectFrom("session_tokens as t")
    .innerJoin("sessions as s", "s.id", "t.session_id")
    .select(["s.id as session_id", "s.account_id", "s.user_agent", "s.address", "s.revoked_at", "t.used_at"])
    .where("t.digest", "=", digest)
    .where("t.kind", "=", "refresh")
    .executeTakeFirst();
}

/** Lets the access tokens given out so far end at `ends`, unless they end sooner. */
export async function shortenAccess(db: Db, sessionId: string, ends: Date): Promise<void> {
  await db
    .updateTable("session_tokens")
    .set({ expires_at: ends })
    .where("session_id", "=", sessionId)
    .where("kind", "=", "access")
    .where("expires_at", ">", ends)
    .execute();
}

/** Keeps a session alive until `expires_at`, and remembers from where it was used. */
export async function prolongSession(
  db: Db,
  sessionId: string,
  use: { last_used_at: Date; expires_at: Date; user_agent: string; address: string },
): Promise<void> {
  await db.updateTable("sessions").set(use).where("id", "=", sessionId).execute();
}
