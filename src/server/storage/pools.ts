import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database } from "./database.ts";
import { prepared, preparedForOwner } from "./prepared.ts";
import { types } from "./types.ts";

/** A database connection lent to one request, as Kysely and as the driver's client (both on the same connection). */
export interface Connection {
  readonly db: Kysely<Database>;
  readonly client: pg.PoolClient;
}

/**
 * The ways into the database. `system` has the owner's rights: sign-in, tokens, jobs, the feed.
 * `app` runs requests behind row-level security and needs a scope (`withScope`, `inTransaction`).
 */
export interface Pools {
  readonly system: Kysely<Database>;
  /** The same with plans that PostgreSQL keeps: for what is asked again and again in few forms. */
  readonly systemKept: Kysely<Database>;
  readonly systemPool: pg.Pool;
  readonly appPool: pg.Pool;
  /**
   * For counts that a command takes while it holds its organization's lock: nothing else may keep these connections,
   * and what they commit need not outlive a crash of the database.
   */
  readonly countsPool: pg.Pool;
  /**
   * The same connections for what a command asks with the owner's rights under its organization's lock: those of
   * `system` may all be waiting for that lock.
   */
  readonly underLock: Kysely<Database>;
  readonly close: () => Promise<void>;
}

export interface PoolSizes {
  readonly app?: number;
  readonly system?: number;
}

/** Sessions are in UTC, so that instants come in the one form that is read quickly. */
const limits =
  "-c timezone=UTC -c statement_timeout=15000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=30000";

/** Opens both pools. Call after `migrate`, which creates the role of the app pool. */
export function openPools(connectionString: string, sizes: PoolSizes = {}): Pools {
  // Pipelining sends BEGIN, the scope and the first query in one round trip instead of three.
  const shared = { connectionString, types, pipeline: true, connectionTimeoutMillis: 10_000, keepAlive: true };
  const systemPool = new pg.Pool({ ...shared, max: sizes.system ?? 5, options: limits });
  const appPool = new pg.Pool({ ...shared, max: sizes.app ?? 10, options: `-c role=orgdesk_app ${limits}` });
  const countsPool = new pg.Pool({ ...shared, max: 2, options: `-c synchronous_commit=off ${limits}` });
  const pools = [systemPool, appPool, countsPool];
  for (const pool of pools) {
    // An idle connection that the database closed is dropped by the pool itself; the next query opens another.
    pool.on("error", () => undefined);
    // A lent connection that is lost between two queries would otherwise end the whole server; its next query fails.
    pool.on("connect", (client) => void client.on("error", () => undefined));
  }
  const system = new Kysely<Database>({ dialect: new PostgresDialect({ pool: systemPool }) });
  const connect = async () => preparedForOwner(await systemPool.connect());
  const kept = { connect, end: async () => undefined, options: {} };
  const systemKept = new Kysely<Database>({ dialect: new PostgresDialect({ pool: kept }) });
  return {
    system,
    systemKept,
    systemPool,
    appPool,
    countsPool,
    underLock: new Kysely<Database>({ dialect: new PostgresDialect({ pool: countsPool }) }),
    close: async () => void (await Promise.all(pools.map(async (pool) => pool.end()))),
  };
}

const bound = new WeakMap<pg.PoolClient, Kysely<Database>>();

/** Kysely over one lent connection, made once for each of the pool's connections. */
export function connectionOf(client: pg.PoolClient): Connection {
  const known = bound.get(client);
  if (known) return { db: known, client };
  const lent = prepared(client);
  const pool = { connect: async () => lent, end: async () => undefined, options: {} };
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  bound.set(client, db);
  return { db, client };
}
