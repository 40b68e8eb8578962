import { sql } from "kysely";
import type { Db } from "../database.ts";

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

/** Adds an amount to a count of this window unless that takes it above the limit; whether it was added. */
export async function takeHits(
  db: Db,
  { key, limit }: { readonly key: string; readonly limit: number },
  window: Date,
  amount: number,
): Promise<boolean> {
  if (amount > limit) return false;
  const taken = await db
    .insertInto("rate_limits")
    .values({ key, window_start: window, hits: amount })
    .onConflict((conflict) =>
      conflict
        .columns(["key", "window_start"])
        .doUpdateSet({ hits: sql`rate_limits.hits + ${amount}` })
        .where(sql<number>`rate_limits.hits + ${amount}`, "<=", limit),
    )
    .returning("hits")
    .executeTakeFirst();
  return taken !== undefined;
}
