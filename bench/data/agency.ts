import type { SampleOrganization } from "#server/sample/agency.ts";
import type { BulkClient } from "#server/storage/bulk.ts";

/** An id that follows from another and the number of the copy. */
const idOf = (
  of: string,
): string => `(select (substr(h, 1, 12) || '7' || substr(h, 14, 3) || '8' || substr(h, 18))::uuid
  from md5(${of}::text || '/' || n) h)`;

const copies = "generate_series(1, $2::int) n";

const organizations = `insert into organizations (id, slug, name, type, size, preset, created_at, last_activity_at)
  select ${idOf("o.id")}, o.slug || '-' || n, o.name || ' ' || n, o.type, o.size, o.preset, o.created_at,
    o.last_activity_at
  from organizations o, ${copies} where o.id = $1`;

const accounts = `insert into accounts (id, email, email_folded, name, password_digest, email_verified_at, created_at)
  select ${idOf("a.id")}, n || '.' || a.email, n || '.' || a.email_folded, a.name, '', a.created_at, a.created_at
  from members m join accounts a on a.id = m.account_id, ${copies} where m.organization_id = $1 and a.id <> $3`;

const members = `insert into members (organization_id, id, account_id, role, owner_class, joined_at, last_seen_at)
  select ${idOf("m.organization_id")}, ${idOf("m.id")},
    case when m.account_id = $3 then m.account_id else ${idOf("m.account_id")} end,
    m.role, m.owner_class, m.joined_at, m.last_seen_at
  from members m, ${copies} where m.organization_id = $1 order by 1, m.name_key`;

/**
 * Makes so many copies of an organization, each with people of its own; only its first member is in all of them. Written
 * by the database alone, where inventing and sending as many would take minutes.
 */
export async function copyOrganization(client: BulkClient, of: SampleOrganization, times: number): Promise<void> {
  const values = [of.id, times, of.members[0].person.id];
  await client.query("begin");
  await client.query(organizations, values.slice(0, 2));
  await client.query(accounts, values);
  await client.query(members, values);
  await client.query("commit");
}
