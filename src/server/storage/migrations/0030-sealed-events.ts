import { sql, type Kysely } from "kysely";

/**
 * The text that is hashed of every event, written once by the database from the event's own columns instead of anew at
 * each verification. Nobody can write it by hand, and changing a column changes it. Only built-in functions that cannot
 * be replaced stand in it, which is why the time is put together by hand. Events that are there get theirs; those whose
 * hash did not fit before do not fit afterwards.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table audit_events add column sealed text generated always as (${sql.raw(canonical)}) stored`.execute(
    db,
  );
}

/**
 * SQL of a list of texts as JSON, without its brackets. `{"" : "a", "" : "b"}` holds what is between two of its members
 * nowhere else: within a text a quotation mark is escaped.
 */
const list = (...texts: readonly string[]): string =>
  `rtrim(substr(replace(json_object(array[${texts.map((text) => `'', ${text}`).join(", ")}])::text, ', "" : ', ','), 7), '}')`;

const utc = "at at time zone 'UTC'";
const twoDigits = (field: string): string => `lpad(extract(${field} from ${utc})::text, 2, '0')`;
const date = `extract(year from ${utc})::text || '-' || ${twoDigits("month")} || '-' || ${twoDigits("day")}`;
const time = `${date} || 'T' || overlay('00:00:00.000' placing (${utc})::time::text from 1) || 'Z'`;

/** `canonical` of the domain. */
const canonical = `'["' || organization_id::text || '",' || revision::text || ','
  || ${list("id::text", time, "actor_account_id::text", "actor_name", "action", "target_type", "target_id", "target_name")}
  || ',' || coalesce(before::text, 'null') || ',' || coalesce(after::text, 'null') || ',' || ${list("request_id")} || ']'`;
