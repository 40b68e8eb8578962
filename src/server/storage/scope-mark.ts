import type pg from "pg";

const scoped = new WeakSet<pg.PoolClient>();

/** Notes that a scope was set on this loan; every query after it runs within. */
export function markScoped(client: pg.PoolClient): void {
  scoped.add(client);
}

/** A connection comes back with the scope of its last loan, so a new loan starts without permission to query. */
export function clearScope(client: pg.PoolClient): void {
  scoped.delete(client);
}

/** @throws when a query would run in whatever scope the connection had before */
export function requireScope(client: pg.PoolClient): void {
  if (!scoped.has(client)) throw new Error("A query before authenticate or scopeConnection has no scope");
}
