import { sql, type Kysely } from "kysely";
import { sealedBody, sealedExpression } from "../sealed-text.ts";

/**
 * The text that is hashed of every event, written once by the database from the event's own columns instead of anew at
 * each verification. Nobody can write it by hand, and changing a column changes it. Events that are there get theirs;
 * those whose hash did not fit before do not fit afterwards. A function, because PostgreSQL reads a generated column's
 * expression with every insert, and one this long took it a tenth of a millisecond.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [canonical, column]) await statement.execute(db);
}

/** Immutable, though some of what it calls depends on settings for other types and formats than these. */
const canonical = sql`
  create function orgdesk_sealed(organization_id uuid, revision bigint, id uuid, at timestamptz, actor_account_id uuid,
    actor_name text, action text, target_type text, target_id text, target_name text, before json, after json,
    request_id text) returns text language plpgsql immutable parallel safe as $$${sql.raw(sealedBody)}$$`;

const column = sql`
  alter table audit_events add column sealed text generated always as (${sql.raw(sealedExpression)}) stored`;
