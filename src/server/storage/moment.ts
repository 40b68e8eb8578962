import type { Kysely } from "kysely";
import type pg from "pg";
import type { Database } from "./database.ts";
import { connectionOf, type Pools } from "./pools.ts";
import { clearScope } from "./scope-mark.ts";
import { isConnectionLoss } from "./scope.ts";

/** A connection whose every read sees the database as it was at one moment. */
export interface Moment<First> {
  readonly db: Kysely<Database>;
  /** What the first look, which sets the scope, found. */
  readonly first: First;
  /** Gives the connection back; `error` is what ended the work before it was done. */
  readonly close: (error?: unknown) => Promise<void>;
}

/** Opens a moment. PostgreSQL fixes it with the first read, which is the look at who asks. */
export async function openMoment<First>(
  pools: Pools,
  first: (client: pg.PoolClient) => Promise<First>,
): Promise<Moment<First>> {
  const client = await pools.appPool.connect();
  clearScope(client);
  const close = async (error?: unknown) => {
    const lost = isConnectionLoss(error) || !(await ended(client));
    client.release(lost);
  };
  try {
    await client.query("begin isolation level repeatable read read only");
    return { db: connectionOf(client).db, first: await first(client), close };
  } catch (error) {
    await close(error);
    throw error;
  }
}

/** Nothing was written, so ending is all the same whether the work was done; false where the connection is lost. */
async function ended(client: pg.PoolClient): Promise<boolean> {
  return client.query("rollback").then(
    () => true,
    () => false,
  );
}
