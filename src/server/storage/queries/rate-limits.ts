import { sql } from "kysely";
import type { Db } from "../../dispatch/contexts.ts";

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
