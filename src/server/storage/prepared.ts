import { sql, type PostgresCursor, type PostgresPoolClient, type PostgresQueryResult } from "kysely";
import type pg from "pg";
import { gatherWrites } from "./gather-writes.ts";
import { named } from "./named-statement.ts";
import { clearScope, requireScope } from "./scope-mark.ts";

/** Enough for every query of the server; queries whose text varies without end stay unprepared beyond it. */
const mostStatements = 400;
const statements = new Map<string, pg.QueryConfig>();

/** Lets PostgreSQL parse and plan a repeated query once per connection. The borrower must not release it. */
export const prepared = (client: pg.PoolClient): PostgresPoolClient => ({
  query: naming(client, () => requireScope(client)),
  release: () => undefined,
});

/** The same on a connection with the owner's rights, which needs no scope and is released by its borrower. */
export const preparedForOwner = (client: pg.PoolClient): PostgresPoolClient => ({
  query: naming(client, () => undefined),
  release: () => client.release(),
});

function naming(client: pg.PoolClient, check: () => void): PostgresPoolClient["query"] {
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== "string") throw new TypeError("Cursors are not available on a pipelined connection");
    check();
    gatherWrites(client);
    const asked = client.query(statementOf(text), [...values]);
    // A transaction that is taken back takes the scope with it that was set in it.
    if (text === "rollback") clearScope(client);
    return asked;
  }
  return query;
}

/**
 * Stands in a statement that is planned for its own values, because how many rows it reads decides how. So is every
 * search: the general plan of a prepared LIKE reads the whole organization.
 */
export const plannedAnew = sql.raw("/* planned anew */");
const anew = /\sI?LIKE\s|\/\* planned anew \*\//i;

function statementOf(text: string): pg.QueryConfig {
  const known = statements.get(text);
  if (known !== undefined) return known;
  if (statements.size >= mostStatements || anew.test(text)) return { text };
  const statement = named(`q${statements.size}`, text);
  statements.set(text, statement);
  return statement;
}
