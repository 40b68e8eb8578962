import { sql, type Kysely } from "kysely";

/** How to reach an organization, how it writes times, and its logo. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [details, logos]) await statement.execute(db);
}

const details = sql`
  alter table organizations
    add column time_format text not null default 'language',
    add column contact_email text not null default '',
    add column phone text not null default '',
    add column address text not null default '',
    add column country text not null default '',
    add column privacy_law text not null default 'none',
    add column logo text;
  grant update (time_format, contact_email, phone, address, country, privacy_law, logo)
    on organizations to orgdesk_app`;

/** Never larger than what the server makes of an image; already compressed, so PostgreSQL need not try. */
const logos = sql`
  create table organization_logos (
    organization_id uuid not null references organizations on delete cascade,
    digest text not null,
    type text not null check (type in ('image/webp', 'image/svg+xml')),
    bytes bytea not null check (octet_length(bytes) between 1 and 524288),
    created_at timestamptz not null default now(),
    primary key (organization_id)
  );
  alter table organization_logos alter column bytes set storage external;
  alter table organization_logos enable row level security;
  create policy own_organization on organization_logos using (organization_id = (select orgdesk_organization()));
  grant select, insert, update, delete on organization_logos to orgdesk_app`;
