import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import type { Authentication } from "./authenticate.ts";
import type { Database } from "./database.ts";
import type { Pools } from "./pools.ts";
import { prepared } from "./prepared.ts";
import { clearScope } from "./scope-mark.ts";
import { isConnectionLoss, scopeConnection, type Scope } from "./scope.ts";

/** What this person may see: the organization is part of it for its active members only. */
export function scopeOf({ account, member, organization }: Authentication): Scope {
  return { accountId: account.id, organizationId: member?.status === "active" ? (organization?.id ?? null) : null };
}

/** Where reads are sent. What asks for `db` pays for it, so what needs no query does not. */
export interface Reading {
  readonly db: Kysely<Database>;
}

/**
 * Runs reads in a scope. A connection is lent with the first query, and its scope is sent in the same round trip;
 * what needs no query needs no connection.
 */
export async function withReading<T>(pools: Pools, scope: Scope, work: (reading: Reading) => Promise<T>): Promise<T> {
  let lent: Promise<{ client: pg.PoolClient; scoped: Promise<void> }> | undefined;
  const lend = async () => {
    const client = await pools.appPool.connect();
    clearScope(client);
    const scoped = scopeConnection(client, scope);
    // Awaited below; a lost connection must not count as unhandled until then.
    scoped.catch(() => undefined);
    return { client, scoped };
  };
  const connect = async () => prepared((await (lent ??= lend())).client);
  const pool = { connect, end: async () => undefined, options: {} };
  let made: Kysely<Database> | undefined;
  const reading: Reading = {
    get db() {
      return (made ??= new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }));
    },
  };
  let broken: boolean | undefined;
  try {
    const result = await work(reading);
    // Nothing read leaves unless the scope it was read in was set.
    await (
      await lent
    )?.scoped;
    return result;
  } catch (error) {
    broken = isConnectionLoss(error);
    throw error;
  } finally {
    // Failing to lend one has been thrown by the query that asked for it.
    await lent?.then(
      ({ client }) => client.release(broken),
      () => undefined,
    );
  }
}
