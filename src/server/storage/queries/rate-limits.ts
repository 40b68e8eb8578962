import { sql } from "kysely";
import type { Db } from "../database.ts";
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

const take = {
  name: "take_hits",
  text: `
    insert into rate_limits (key, window_start, hits)
    select key, $3, $4 from unnest($1::text[], $2::int[]) with ordinality as given (key, most, place)
    where $4::int <= most order by place
    on conflict (key, window_start) do update set hits = rate_limits.hits + excluded.hits
      where rate_limits.hits + excluded.hits <=
        (select most from unnest($1::text[], $2::int[]) as given (key, most) where given.key = excluded.key)
    returning key`,
};

/**
 * Adds an amount to all of these counts of a window, unless that takes one of them above its limit; whether it was added.
 * Somebody's commands in all their organizations wait for one count, so it takes two round trips and none to the disk: a
 * count need not outlive a crash of the database.
 */
export async function takeHits(
  { systemPool }: Pools,
  counts: readonly { readonly key: string; readonly limit: number }[],
  window: Date,
  amount: number,
): Promise<boolean> {
  const client = await systemPool.connect();
  try {
    const values = [counts.map(({ key }) => key), counts.map(({ limit }) => limit), window, amount];
    const [, { rowCount }] = await Promise.all([
      client.query("begin; set local synchronous_commit = off"),
      client.query({ ...take, values }),
    ]);
    const all = rowCount === counts.length;
    await client.query(all ? "commit" : "rollback");
    client.release();
    return all;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
