import { sql } from "kysely";
import type { Db } from "../database.ts";
import { named } from "../named-statement.ts";
import type { Pools } from "../pools.ts";

/** Adds one to a count of this window and answers it; parallel calls, on any server, each get another number. */
export async function countHit(db: Db, key: string, window: Date): Promise<number> {
  const { hits } = await db
    .insertInto("rate_limits")
    .values({ key, window_start: window, hits: 1 })
    .onConflict((conflict) =>
      conflict.columns(["key", "window_start"]).doUpdateSet({ hits: sql`rate_limits.hits + 1` }),
    )
    .returning("hits")
    .executeTakeFirstOrThrow();
  return hits;
}

const take = named("take_hits", "select orgdesk_take_hits($1, $2, $3, $4) as taken");

/**
 * Adds an amount to all of these counts of a window, unless that takes one of them above its limit; whether it was added.
 * Somebody's commands in all their organizations wait for one count, so it is one statement and does not wait for the
 * disk.
 */
export async function takeHits(
  { countsPool }: Pools,
  counts: readonly { readonly key: string; readonly limit: number }[],
  window: Date,
  amount: number,
): Promise<boolean> {
  const values = [counts.map(({ key }) => key), counts.map(({ limit }) => limit), window, amount];
  const { rows } = await countsPool.query<{ taken: boolean }>(take, values);
  return rows[0]?.taken === true;
}
