import { hash } from "node:crypto";
import type pg from "pg";

export const digestOf = (token: string): Buffer => Buffer.from(hash("sha256", token), "hex");

/** The organization $2 when the bearer of token $1 is an active member of it with one of the roles. */
const place = (roles: string) => `place as materialized (
  select o.id, o.active_members, o.revision from session_tokens t
    join sessions s on s.id = t.session_id and s.revoked_at is null and s.expires_at > now()
    join members m on m.account_id = s.account_id and m.organization_id = $2
      and m.status = 'active' and m.role in (${roles})
    join organizations o on o.id = m.organization_id
    where t.digest = $1 and t.kind = 'access' and t.expires_at > now() and t.used_at is null)`;

const firstPage = `order by name_key, id limit 51`;
const nextPage = `and (name_key, id) > ($3, $4::uuid) ${firstPage}`;

const members = (rest: string) => `with ${place("'owner', 'admin', 'member'")}
  select json_build_object('total', (select active_members from place), 'items', coalesce(json_agg(json_build_object(
    'id', id, 'organizationId', organization_id, 'accountId', account_id, 'name', name, 'email', email, 'role', role,
    'status', status, 'joinedAt', joined_at, 'lastSeenAt', last_seen_at, 'removedAt', removed_at)), '[]'))::text as page
  from (select * from members where organization_id = (select id from place) and status = 'active' ${rest}) rows
  having exists (select from place)`;

/** A page of the team after a name and id, as the text of its JSON. */
export async function memberPage(
  pool: pg.Pool,
  token: string,
  organizationId: string,
  name: string | undefined,
  after: string | undefined,
): Promise<string | null> {
  const first = name === undefined || after === undefined;
  const { rows } = await pool.query<{ page: string }>({
    name: first ? "members" : "members-after",
    text: members(first ? firstPage : nextPage),
    values: [digestOf(token), organizationId, ...(first ? [] : [name, after])],
  });
  return rows[0]?.page ?? null;
}

/**
 * The first event of a time on: times grow with revisions, and as a condition on them the span is a stretch of the index
 * that pages follow. As a condition on the times, a month of 2,000,000 events took longer than a slice.
 */
const since = (n: number): string => `coalesce((select revision from audit_events
  where organization_id = (select id from place) and at >= $${n}::timestamptz order by at, revision limit 1), 9223372036854775807)`;

/** Each filter of the audit log as a condition; `$n` is its value's place. */
const conditions: Readonly<Record<string, (n: number) => string>> = {
  below: (n) => `revision < $${n}::bigint`,
  actorId: (n) => `actor_account_id = $${n}::uuid`,
  action: (n) => `action = any(string_to_array($${n}, ','))`,
  targetId: (n) => `target_id = $${n}`,
  from: (n) => `revision >= ${since(n)}`,
  to: (n) => `revision < ${since(n)}`,
  text: (n) => `search_key like '%' || orgdesk_fold($${n}) || '%'`,
};

/** A page of the audit log, newest first, as the text of its JSON. */
export async function auditPage(
  pool: pg.Pool,
  token: string,
  organizationId: string,
  filter: Readonly<Record<string, string>>,
): Promise<string | null> {
  const asked = Object.entries(filter).filter(([name]) => name in conditions);
  const where = asked.map(([name], index) => `and ${conditions[name]?.(index + 3) ?? "false"}`).join(" ");
  const text = `with ${place("'owner', 'admin'")}
    select json_build_object('total', (select revision from place), 'items', coalesce(json_agg(json_build_object(
      'organizationId', organization_id, 'revision', revision, 'id', id, 'at', at, 'actor',
      json_build_object('accountId', actor_account_id, 'name', actor_name), 'action', action, 'target',
      json_build_object('type', target_type, 'id', target_id, 'name', target_name), 'before', before, 'after', after,
      'requestId', request_id, 'previousHash', previous_hash, 'hash', hash)), '[]'))::text as page
    from (select * from audit_events where organization_id = (select id from place) ${where}
      order by revision desc limit 51) rows
    having exists (select from place)`;
  // Not prepared by name: a search is planned for its own pattern.
  const values = [digestOf(token), organizationId, ...asked.map(([, value]) => value)];
  const { rows } = await pool.query<{ page: string }>(text, values);
  return rows[0]?.page ?? null;
}
