import { sql } from "kysely";
import type { Db } from "./database.ts";
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

/** What a work has sent without waiting for all of it, and what it knows already. */
export interface Sent<Known> {
  readonly known: Known;
  readonly written: Promise<unknown>;
}

/** What is looked at once something is done and once it is taken back. */
export interface Looks<Known, After, Before> {
  readonly after: (known: Known) => Promise<After>;
  readonly before: (known: Known) => Promise<Before>;
  /** Called when all of that is asked for; whether it has ended the whole transaction. */
  readonly ended: (known: Known) => boolean;
}

/**
 * Does something, looks at the state that it leads to, takes it back and looks at the state before. All of that is sent
 * behind what the work has sent, in one round trip. What fails is taken back and thrown, and the transaction can go on
 * either way, unless it was ended.
 */
export async function takenBack<Known, After, Before>(
  db: Db,
  work: () => Promise<Sent<Known>>,
  looks: Looks<Known, After, Before>,
): Promise<{ readonly after: After; readonly before: Before }> {
  const began = sql`savepoint taken_back`.execute(db);
  let isEnded = false;
  try {
    const { known, written } = await work();
    const after = looks.after(known);
    const undone = sql`rollback to savepoint taken_back`.execute(db);
    const before = looks.before(known);
    isEnded = looks.ended(known);
    await inOrder([began, written, after, undone, before]);
    return { after: await after, before: await before };
  } catch (error) {
    await Promise.allSettled([began]);
    if (!isEnded && !isConnectionLoss(error)) await sql`rollback to savepoint taken_back`.execute(db);
    throw error;
  }
}

/**
 * Waits for statements that were sent together.
 * @throws what the first of them was refused with: it is why those after it were refused in a failed transaction
 */
export async function inOrder(sent: readonly Promise<unknown>[]): Promise<void> {
  for (const one of await Promise.allSettled(sent)) if (one.status === "rejected") throw one.reason;
}
