import type { ChainHead } from "#domain/audit/chain.ts";
import { sql } from "kysely";
import { randomBytes } from "node:crypto";
import type { Db } from "../database.ts";
import { plannedAnew } from "../prepared.ts";
import { sealedBody, sealedExpression } from "../sealed-text.ts";

/** Whether PostgreSQL still writes `sealed` from the other columns, and as migration 0030 says. */
const isSealed = sql<boolean>`exists (
  select from pg_attribute a
    join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    join pg_depend u on u.classid = 'pg_attrdef'::regclass and u.objid = d.oid and u.refclassid = 'pg_proc'::regclass
    join pg_proc p on p.oid = u.refobjid
  where a.attrelid = 'audit_events'::regclass and a.attname = 'sealed' and a.attgenerated = 's'
    and pg_get_expr(d.adbin, d.adrelid) = ${sealedExpression} and p.prosrc = ${sealedBody} and p.proconfig is null)`;

/**
 * Whether a stretch of an organization's log fits behind a head, judged by the database, which need not send it: the
 * head at its end, or null where something does not fit, or where the hashed text is no longer written by the database
 * itself. What exactly, `verifyChain` of the domain says.
 *
 * Each event's link goes into one number with its place and each event's hash with its own, so that they cancel each
 * other out where every event follows the one before. To compare them one by one, PostgreSQL would need them in order,
 * which keeps the work from several processes; whoever wrote the log could not know the seed.
 */
export async function stretchBehind(
  db: Db,
  organizationId: string,
  head: ChainHead,
  upTo: number,
): Promise<ChainHead | null> {
  const seed = sql`${String(randomBytes(8).readBigInt64BE() >> 2n)}::bigint`;
  const last = sql<string | null>`max(hash) filter (where revision = ${upTo}::bigint)`;
  const { rows } = await sql<{ fitting: number; linked: boolean | null; hash: string | null }>`
    select ${plannedAnew}
      count(*) filter (where hash = encode(sha256(convert_to(previous_hash || sealed, 'UTF8')), 'hex')) as fitting,
      bit_xor(hashtextextended(previous_hash, ${seed} + revision - 1) # hashtextextended(hash, ${seed} + revision)) =
        hashtextextended(${head.hash}, ${seed} + ${head.revision}::bigint)
        # hashtextextended(${last}, ${seed} + ${upTo}::bigint) as linked,
      ${last} as hash
    from audit_events
    where organization_id = ${organizationId} and revision > ${head.revision}::bigint and revision <= ${upTo}::bigint
      and ${isSealed}`.execute(db);
  const [found] = rows;
  const fits = found?.fitting === upTo - head.revision && found.linked === true;
  return fits && found.hash !== null ? { revision: upTo, hash: found.hash } : null;
}
