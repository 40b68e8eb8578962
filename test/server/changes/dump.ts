import type { TestServer } from "#test/support/server.ts";
import { sql } from "kysely";

/** Written beside any request, also beside reads: when somebody was last here. */
const presence = ["last_seen_at", "last_seen_key", "last_used_at"];

/** Every row of every table, as one digest for each table. */
export async function dumpOf({ services }: TestServer): Promise<Record<string, string>> {
  const { system } = services.pools;
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(system);
  const digests = await Promise.all(
    tables.rows.map(async ({ name }) => {
      const { rows } = await sql<{ digest: string }>`
        select coalesce(md5(string_agg(line, '|' order by line)), '') as digest
        from (select (to_jsonb(t) - ${presence}::text[])::text as line from ${sql.table(name)} t) lines`.execute(
        system,
      );
      return [name, rows[0]?.digest ?? ""] as const;
    }),
  );
  return Object.fromEntries(digests);
}
