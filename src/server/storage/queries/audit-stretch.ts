import type { ChainHead } from "#domain/audit/chain.ts";
import { sql } from "kysely";
import type { Db } from "../database.ts";
import { plannedAnew } from "../prepared.ts";

/**
 * What is hashed of an event: the hash before it and `canonical` of the domain, as the database writes it. Every text is
 * escaped, so that none can reach into the field beside it; `before` and `after` are stored as they were hashed. One
 * array of texts, its brackets taken off, costs less than each text by itself.
 */
const sealed = sql<Buffer>`
  convert_to(previous_hash || '["' || organization_id::text || '",' || revision::text || ',', 'UTF8')
    || btrim(convert_to(array_to_json(array[
        id::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), actor_account_id::text, actor_name,
        action, target_type, target_id, target_name
      ])::text, 'UTF8'), '[]'::bytea)
    || convert_to(',' || coalesce(before::text, 'null') || ',' || coalesce(after::text, 'null') || ','
      || to_json(request_id)::text || ']', 'UTF8')`;

/**
 * Whether a stretch of an organization's log fits behind a head, judged by the database, which need not send it: the
 * head at its end, or null where something does not fit. What exactly, `verifyChain` of the domain says.
 */
export async function stretchBehind(
  db: Db,
  organizationId: string,
  head: ChainHead,
  upTo: number,
): Promise<ChainHead | null> {
  const stretch = sql`from audit_log
    where organization_id = ${organizationId} and revision > ${head.revision}::bigint and revision <= ${upTo}::bigint`;
  // Two statements: the order that the links need would keep the hashes, which cost most, from several processes.
  const [hashes, links] = await Promise.all([
    sql<{ sealed: number }>`select ${plannedAnew} count(*) filter (where
      hash = encode(sha256(${sealed}), 'hex')) as sealed ${stretch}`.execute(db),
    sql<{ linked: boolean | null; hash: string | null }>`
      select string_agg(previous_hash, ',' order by revision) || ',' || max(hash) filter (where revision = ${upTo}::bigint)
          = ${head.hash} || ',' || string_agg(hash, ',' order by revision) as linked,
        max(hash) filter (where revision = ${upTo}::bigint) as hash ${stretch}`.execute(db),
  ]);
  const [found] = links.rows;
  const fits = hashes.rows[0]?.sealed === upTo - head.revision && found?.linked === true;
  return fits && found.hash !== null ? { revision: upTo, hash: found.hash } : null;
}
