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

interface Lent {
  readonly client: pg.PoolClient;
  readonly scoped: Promise<void>;
}

/** Lends a connection with the first query and sends its scope in the same round trip. */
class LendingReading implements Reading {
  readonly #pools: Pools;
  readonly #scope: Scope;
  #db: Kysely<Database> | undefined;
  #lent: Promise<Lent> | undefined;

  constructor(pools: Pools, scope: Scope) {
    this.#pools = pools;
    this.#scope = scope;
  }

  get db(): Kysely<Database> {
    if (this.#db !== undefined) return this.#db;
    const connect = async () => prepared((await (this.#lent ??= this.#lend())).client);
    const pool = { connect, end: async () => undefined, options: {} };
    return (this.#db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }));
  }

  async #lend(): Promise<Lent> {
    const client = await this.#pools.appPool.connect();
    clearScope(client);
    const scoped = scopeConnection(client, this.#scope);
    // Awaited below; a lost connection must not count as unhandled until then.
    scoped.catch(() => undefined);
    return { client, scoped };
  }

  /** Undefined where nothing was asked. */
  get lent(): Promise<Lent> | undefined {
    return this.#lent;
  }
}

/** Runs reads in a scope; what needs no query needs no connection. */
export async function withReading<T>(pools: Pools, scope: Scope, work: (reading: Reading) => Promise<T>): Promise<T> {
  const reading = new LendingReading(pools, scope);
  let broken: boolean | undefined;
  try {
    const result = await work(reading);
    // Nothing read leaves unless the scope it was read in was set.
    if (reading.lent !== undefined) await (await reading.lent).scoped;
    return result;
  } catch (error) {
    broken = isConnectionLoss(error);
    throw error;
  } finally {
    // Failing to lend one has been thrown by the query that asked for it.
    if (reading.lent !== undefined) {
      await reading.lent.then(
        ({ client }) => client.release(broken),
        () => undefined,
      );
    }
  }
}
