import { sql, type Kysely } from "kysely";

/** Counting what a command did against all its limits is one statement, which nobody has to end. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await takeHits.execute(db);
}

/**
 * Adds an amount to all of these counts of a window, or to none when that took one of them above its most. In the order
 * given, which is the order of their locks.
 */
const takeHits = sql`
  create function orgdesk_take_hits(keys text[], mosts int[], at timestamptz, amount int) returns boolean
    language plpgsql as $$
  declare
    taken int;
  begin
    insert into public.rate_limits (key, window_start, hits)
      select key, at, amount from unnest(keys, mosts) with ordinality as given (key, most, place)
      where amount <= most order by place
      on conflict (key, window_start) do update set hits = rate_limits.hits + excluded.hits
        where rate_limits.hits + excluded.hits <=
          (select most from unnest(keys, mosts) as given (key, most) where given.key = excluded.key);
    get diagnostics taken = row_count;
    if taken < cardinality(keys) then raise exception 'above a limit' using errcode = 'OD001'; end if;
    return true;
  exception when sqlstate 'OD001' then return false;
  end $$`;
