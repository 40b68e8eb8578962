import type pg from "pg";

/**
 * Sends what is asked of a connection in this turn of the event loop with one write. A scope and its query, or a
 * transaction's begin and its first statement, are a system call together instead of one each.
 */
export function gatherWrites(client: pg.PoolClient): void {
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
