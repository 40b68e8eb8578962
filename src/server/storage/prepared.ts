import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type pg from "pg";
import { gatherWrites } from "./gather-writes.ts";
import { requireScope } from "./scope-mark.ts";

/** Enough for every query of the server; queries whose text varies without end stay unprepared beyond it. */
const mostStatements = 400;
const names = new Map<string, string>();

/** Lets PostgreSQL parse and plan a repeated query once per connection. The borrower must not release it. */
export function prepared(client: pg.PoolClient): PostgresPoolClient {
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== "string") throw new TypeError("Cursors are not available on a pipelined connection");
    requireScope(client);
    const name = nameOf(text);
    gatherWrites(client);
    return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
  }
  return { query, release: () => undefined };
}

/** A search is planned for its own pattern: the general plan of a prepared LIKE reads the whole organization. */
const search = /\sI?LIKE\s/i;

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostStatements || search.test(text)) return known;
  const name = `q${names.size}`;
  names.set(text, name);
  return name;
}
