import { sql, type Kysely } from "kysely";

/** Decisions that no longer fitted and were taken again: what was decided before stays beside them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [former, flags, wall]) await statement.execute(db);
}

const former = sql`alter table review_items add column former json not null default '[]'`;

const flags = sql`
  alter table review_items drop constraint review_items_flag_check;
  alter table review_items add constraint review_items_flag_check
    check (flag in ('gone', 'moved', 'overtaken', 'refused', 'withdrawn'))`;

const wall = sql`
  grant update (decision, to_role, decided_at, seen, seen_role, seen_status, former) on review_items to orgdesk_app`;
