import { sql } from "kysely";
import type { Db } from "../dispatch/contexts.ts";

/** Runs part of a transaction that may fail alone: what it wrote is undone, the rest of the transaction goes on. */
export async function inSavepoint<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await sql`savepoint part`.execute(db);
  try {
    const result = await work();
    await sql`release savepoint part`.execute(db);
    return result;
  } catch (error) {
    await sql`rollback to savepoint part`.execute(db);
    throw error;
  }
}
