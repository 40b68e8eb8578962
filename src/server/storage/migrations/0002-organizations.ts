import { sql, type Kysely } from "kysely";

/** Organizations, their members and their invitations. Keys start with the organization, so that tables shard on it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [organizations, members, memberPages, invitations]) await statement.execute(db);
}

const organizations = sql`
  create table organizations (
    id uuid primary key,
    slug text not null unique,
    name text not null,
    type text not null default '',
    industry text not null default '',
    size text not null default '',
    website text not null default '',
    time_zone text not null default 'UTC',
    currency char(3) not null default 'USD',
    language text not null default 'en',
    date_format text not null default 'YYYY-MM-DD',
    description text not null default '',
    preset text not null,
    preset_version integer not null default 1,
    switches jsonb not null default '{}',
    seats_limit integer check (seats_limit >= 0),
    personal_of uuid unique references accounts on delete set null,
    status text not null default 'active' check (status in ('active', 'held')),
    revision bigint not null default 0 check (revision >= 0),
    chain_head text not null default '',
    owners integer not null default 0 constraint organizations_owners_counted check (owners >= 0),
    active_members integer not null default 0 check (active_members >= 0),
    pending_invitations integer not null default 0 check (pending_invitations >= 0),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    last_activity_at timestamptz not null default now(),
    constraint organizations_seats check (seats_limit is null or active_members <= seats_limit)
  )`;

const members = sql`
  create table members (
    organization_id uuid not null references organizations on delete cascade,
    id uuid not null,
    account_id uuid not null references accounts,
    role text not null,
    owner_class boolean not null default false,
    status text not null default 'active' check (status in ('active', 'deactivated', 'removed')),
    joined_at timestamptz not null default now(),
    last_seen_at timestamptz,
    removed_at timestamptz,
    invited_by uuid,
    former_role text,
    name text not null default '',
    email text not null default '',
    name_key text collate "C" not null generated always as (orgdesk_fold(name)) stored,
    search_key text collate "C" not null generated always as (orgdesk_fold(name || ' ' || email)) stored,
    last_seen_key timestamptz not null generated always as
      (coalesce(last_seen_at, timestamptz '1970-01-01 00:00:00+00')) stored,
    primary key (organization_id, id),
    constraint members_once unique (organization_id, account_id)
  )`;

/** One index for each order in which the team can be paged, and one for its search. */
const memberPages = sql`
  create index members_account on members (account_id);
  create index members_by_name on members (organization_id, name_key, id);
  create index members_by_joined on members (organization_id, joined_at, id);
  create index members_by_role on members (organization_id, role, name_key, id);
  create index members_by_seen on members (organization_id, last_seen_key, id);
  create index members_search on members using gin (organization_id, search_key gin_trgm_ops)`;

const invitations = sql`
  create table invitations (
    organization_id uuid not null references organizations on delete cascade,
    id uuid not null,
    email text not null,
    email_folded text not null,
    role text not null,
    status text not null default 'pending'
      check (status in ('pending', 'accepted', 'declined', 'revoked', 'expired')),
    token_digest bytea not null constraint invitations_token unique,
    message text not null default '',
    invited_by_account_id uuid not null,
    invited_by_name text not null,
    created_at timestamptz not null default now(),
    sent_at timestamptz not null default now(),
    expires_at timestamptz not null,
    resent_count integer not null default 0,
    accepted_at timestamptz,
    accepted_account_id uuid,
    waiting_for_seat boolean not null default false,
    primary key (organization_id, id)
  );
  create unique index invitations_one_pending on invitations (organization_id, email_folded) where status = 'pending';
  create index invitations_address on invitations (email_folded) where status = 'pending';
  create index invitations_expiry on invitations (expires_at) where status = 'pending';
  create index invitations_page on invitations (organization_id, status, created_at, id)`;
