import { sql } from "kysely";
import type pg from "pg";
import type { Db } from "../dispatch/contexts.ts";
import { isConnectionLoss } from "./scope.ts";

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

/**
 * Does something, looks at the state that it leads to, takes it back and looks at the state before: twice with the
 * same eyes. What fails is taken back and thrown, and the transaction can go on either way.
 */
export async function takenBack<After, Before>(
  client: pg.PoolClient,
  work: () => Promise<unknown>,
  looks: { readonly after: () => Promise<After>; readonly before: (after: After) => Promise<Before> },
): Promise<{ readonly after: After; readonly before: Before }> {
  // Straight to the driver, which keeps the order in which it is called: what Kysely sends comes later.
  const began = client.query("savepoint taken_back");
  try {
    await work();
    await began;
    const after = await looks.after();
    const undone = client.query("rollback to savepoint taken_back");
    const [, before] = await Promise.all([undone, looks.before(after)]);
    return { after, before };
  } catch (error) {
    if (!isConnectionLoss(error)) await client.query("rollback to savepoint taken_back");
    throw error;
  }
}
