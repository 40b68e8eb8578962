import { sql, type Kysely } from "kysely";

/** People, their sessions, the codes mailed to them, and what is counted or remembered per person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);
  await sql`create extension if not exists btree_gin`.execute(db);
  for (const statement of [fold, accounts, sessions, tokens, codes, security, idempotency, rates, outbox]) {
    await statement.execute(db);
  }
}

/** The key by which names are sorted and searched: without case and accents, the same on every server. */
const fold = sql`
  create function orgdesk_fold(value text) returns text language sql immutable parallel safe
  return case
    when octet_length(value) = char_length(value) then lower(value)
    else lower(regexp_replace(normalize(value, NFKD), '[\u0300-\u036f]', '', 'g'))
  end`;

const accounts = sql`
  create table accounts (
    id uuid primary key,
    email text not null,
    email_folded text not null unique,
    name text not null,
    password_digest text not null,
    email_verified_at timestamptz,
    locale text not null default 'en',
    time_zone text not null default 'UTC',
    last_organization_id uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`;

const sessions = sql`
  create table sessions (
    id uuid primary key,
    account_id uuid not null references accounts on delete cascade,
    created_at timestamptz not null default now(),
    last_used_at timestamptz not null default now(),
    user_agent text not null default '',
    address text not null default '',
    client text not null default 'desktop',
    expires_at timestamptz not null,
    revoked_at timestamptz
  );
  create index sessions_account on sessions (account_id, last_used_at desc);
  create index sessions_expiry on sessions (expires_at)`;

const tokens = sql`
  create table session_tokens (
    digest bytea primary key,
    session_id uuid not null references sessions on delete cascade,
    kind text not null check (kind in ('access', 'refresh')),
    generation integer not null default 0,
    issued_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
  );
  create index session_tokens_session on session_tokens (session_id);
  create index session_tokens_expiry on session_tokens (expires_at)`;

const codes = sql`
  create table mailed_codes (
    id uuid primary key,
    account_id uuid not null references accounts on delete cascade,
    purpose text not null check (purpose in ('verifyEmail', 'resetPassword')),
    digest bytea not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    attempts integer not null default 0,
    used_at timestamptz
  );
  create index mailed_codes_account on mailed_codes (account_id, purpose, created_at desc);
  create index mailed_codes_expiry on mailed_codes (expires_at)`;

const security = sql`
  create table security_events (
    id uuid primary key,
    at timestamptz(3) not null default now(),
    account_id uuid,
    organization_id uuid,
    kind text not null,
    address text not null default '',
    user_agent text not null default '',
    detail jsonb not null default '{}',
    request_id text not null default ''
  );
  create index security_events_account on security_events (account_id, id desc);
  create index security_events_organization on security_events (organization_id, id desc)`;

const idempotency = sql`
  create table idempotency_keys (
    account_id uuid not null references accounts on delete cascade,
    key text not null,
    operation text not null,
    request_digest bytea not null,
    status integer,
    response jsonb,
    created_at timestamptz not null default now(),
    primary key (account_id, key)
  );
  create index idempotency_keys_age on idempotency_keys (created_at)`;

const rates = sql`
  create table rate_limits (
    key text not null,
    window_start timestamptz not null,
    hits integer not null,
    primary key (key, window_start)
  );
  create index rate_limits_age on rate_limits (window_start)`;

const outbox = sql`
  create table outbox (
    id uuid primary key,
    kind text not null,
    payload jsonb not null,
    created_at timestamptz not null default now(),
    available_at timestamptz not null default now(),
    attempts integer not null default 0,
    last_error text,
    done_at timestamptz
  );
  create index outbox_waiting on outbox (available_at) where done_at is null;
  create index outbox_done on outbox (done_at) where done_at is not null`;
