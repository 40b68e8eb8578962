import { sql } from "kysely";
import type pg from "pg";
import { gatherWrites } from "./gather-writes.ts";
import { named } from "./named-statement.ts";
import { connectionOf, type Connection, type Pools } from "./pools.ts";
import { clearScope, markScoped } from "./scope-mark.ts";

/** Whose rows a connection may see. Both are set every time, so a lent connection never keeps another's scope. */
export interface Scope {
  readonly accountId: string | null;
  readonly organizationId: string | null;
}

const setScope = named(
  "orgdesk_scope",
  "select set_config('orgdesk.account', $1, false), set_config('orgdesk.organization', $2, false)",
);

/** Narrows a connection to one person and one organization, for the rest of its loan. */
export async function scopeConnection(client: pg.PoolClient, scope: Scope): Promise<void> {
  markScoped(client);
  gatherWrites(client);
  await client.query(setScope, [scope.accountId ?? "", scope.organizationId ?? ""]);
}

/** Lends a connection whose `db` refuses every query until `authenticate` or `scopeConnection` has set its scope. */
export async function withConnection<T>(pools: Pools, work: (connection: Connection) => Promise<T>): Promise<T> {
  const client = await pools.appPool.connect();
  clearScope(client);
  let broken: boolean | undefined;
  try {
    return await work(connectionOf(client));
  } catch (error) {
    broken = isConnectionLoss(error);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Runs reads in a scope, without a transaction. */
export async function withScope<T>(pools: Pools, scope: Scope, work: (at: Connection) => Promise<T>): Promise<T> {
  return withConnection(pools, async (connection) => {
    await scopeConnection(connection.client, scope);
    return work(connection);
  });
}

/** Runs a command in a scope: everything of `work` commits, or nothing. A failed commit is thrown as well. */
export async function inTransaction<T>(pools: Pools, scope: Scope, work: (at: Connection) => Promise<T>): Promise<T> {
  return withConnection(pools, async (connection) => {
    // Sent without waiting: the connection is pipelined and answers in order.
    gatherWrites(connection.client);
    const opened = Promise.all([connection.client.query("begin"), scopeConnection(connection.client, scope)]);
    return commitAfter(connection, opened, work);
  });
}

/** Sends the rollback behind what was asked of the connection so far; nothing can be asked of it afterwards. */
export type TakeBack = () => void;

/**
 * Runs a command and takes everything of it back, whatever comes of it: `first` (who calls, the lock) in the same round
 * trip as the beginning, then the work with its result. What it found is answered while the rollback is on its way: the
 * next borrower of the connection waits for that, nobody else needs to. The work itself may take it back, behind the
 * last that it asked for.
 */
export function inRehearsal<F, T>(
  pools: Pools,
  first: (at: Connection) => Promise<F>,
  work: (at: Connection, first: F, takeBack: TakeBack) => Promise<T>,
): Promise<T> {
  return new Promise((answer, fail) => {
    const rehearsed = withConnection(pools, async (connection) => {
      const { client, db } = connection;
      let taken: Promise<unknown> | undefined;
      const takeBack = () => {
        taken ??= sql`rollback`.execute(db);
        // Awaited below; a lost connection must not count as unhandled until then.
        taken.catch(() => undefined);
      };
      gatherWrites(client);
      const opened = Promise.all([client.query("begin"), first(connection)]);
      try {
        answer(await work(connection, (await opened)[1], takeBack));
        await (taken ?? client.query("rollback"));
      } catch (error) {
        if (!isConnectionLoss(error)) await (taken ?? client.query("rollback"));
        throw error;
      }
    });
    rehearsed.catch(fail);
  });
}

/** `begin`, then `first` (who calls) in the same round trip, then the work with its result. */
export async function inTransactionAfter<F, T>(
  pools: Pools,
  first: (at: Connection) => Promise<F>,
  work: (at: Connection, first: F) => Promise<T>,
): Promise<T> {
  return withConnection(pools, async (connection) => {
    gatherWrites(connection.client);
    const opened = Promise.all([connection.client.query("begin"), first(connection)]);
    return commitAfter(connection, opened, async (at) => work(at, (await opened)[1]));
  });
}

async function commitAfter<T>(
  connection: Connection,
  opened: Promise<unknown>,
  work: (at: Connection) => Promise<T>,
): Promise<T> {
  const { client } = connection;
  try {
    await opened;
    const result = await work(connection);
    const ended = await client.query("commit");
    // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK instead of an error.
    if (ended.command === "ROLLBACK") throw new Error("The transaction had failed before it was committed");
    return result;
  } catch (error) {
    if (!isConnectionLoss(error)) await client.query("rollback");
    throw error;
  }
}

/** Whether the connection itself is lost or none could be had, unlike a statement that PostgreSQL refused. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (/^(08|57P0|25P03)/.test(code) || /^E[A-Z]+$/.test(code)) return true;
  // The driver gives these no code.
  return /connection (terminated|error)|not queryable|read timeout|timeout exceeded when trying/i.test(error.message);
}
