import { eventually } from "#test/support/eventually.ts";
import type { Pools } from "#server/storage/pools.ts";
import { sql } from "kysely";
import { expect } from "vitest";

/** Waits until so many connections to the database wait for a lock. */
export const untilWaiting = ({ system }: Pick<Pools, "system">, count: number): Promise<void> =>
  eventually(async () => {
    const { rows } = await sql<{ waits: number }>`
      select count(*)::int as waits from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(system);
    expect(rows[0]?.waits).toBe(count);
  });
