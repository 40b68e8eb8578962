import type { Insertable } from "kysely";
import type { Db, SessionsTable } from "../database.ts";

export interface TokenDigests {
  readonly access: Buffer;
  readonly refresh: Buffer;
  readonly accessEnds: Date;
  readonly refreshEnds: Date;
}

export async function insertSession(db: Db, session: Insertable<SessionsTable>): Promise<void> {
  await db.insertInto("sessions").values(session).execute();
}

export async function insertTokens(
  db: Db,
  of: { sessionId: string; generation: number; at: Date },
  tokens: TokenDigests,
): Promise<void> {
  const shared = { session_id: of.sessionId, generation: of.generation, issued_at: of.at };
  await db
    .insertInto("session_tokens")
    .values([
      { ...shared, kind: "access" as const, digest: tokens.access, expires_at: tokens.accessEnds },
      { ...shared, kind: "refresh" as const, digest: tokens.refresh, expires_at: tokens.refreshEnds },
    ])
    .execute();
}

/** Live sessions of a person, the one used last first. */
export async function listSessions(db: Db, accountId: string, now: Date) {
  return db
    .selectFrom("sessions")
    .select(["id", "client", "user_agent", "address", "created_at", "last_used_at"])
    .where("account_id", "=", accountId)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .orderBy("last_used_at", "desc")
    .orderBy("id", "desc")
    .limit(200)
    .execute();
}

/** Whether a session still stands. */
export async function isLiveSession(db: Db, sessionId: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom("sessions")
    .select("id")
    .where("id", "=", sessionId)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends sessions of a person: all, one, or all but one. Gives the ids of those that were live until now. */
export async function revokeSessions(
  db: Db,
  accountId: string,
  which: { readonly only?: string; readonly except?: string },
  at: Date,
): Promise<string[]> {
  let query = db
    .updateTable("sessions")
    .set({ revoked_at: at })
    .where("account_id", "=", accountId)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", at)
    .returning("id");
  if (which.only !== undefined) query = query.where("id", "=", which.only);
  if (which.except !== undefined) query = query.where("id", "!=", which.except);
  return (await query.execute()).map((row) => row.id);
}
