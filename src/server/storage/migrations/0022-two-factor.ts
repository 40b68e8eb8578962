import { sql, type Kysely } from "kysely";

/** The second step of signing in: secrets of authenticator apps, recovery codes, and sign-ins that wait for one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [factors, recovery, challenges, wall, persons]) await statement.execute(db);
}

/** The secret is sealed under the server's key. `last_step`: the newest code that was used, which no other may precede. */
const factors = sql`
  create table two_factors (
    account_id uuid primary key references accounts on delete cascade,
    secret bytea not null,
    last_step bigint not null default 0,
    started_at timestamptz not null,
    confirmed_at timestamptz
  )`;

const recovery = sql`
  create table recovery_codes (
    account_id uuid not null references accounts on delete cascade,
    digest bytea not null,
    used_at timestamptz,
    primary key (account_id, digest)
  )`;

const challenges = sql`
  create table sign_in_challenges (
    digest bytea primary key,
    account_id uuid not null references accounts on delete cascade,
    client text not null,
    attempts integer not null default 0,
    expires_at timestamptz not null,
    used_at timestamptz
  );
  create index sign_in_challenges_account on sign_in_challenges (account_id);
  create index sign_in_challenges_expiry on sign_in_challenges (expires_at)`;

/** Requests see whether a person has a second step and how many codes are left, and of the rest nothing. */
const wall = sql`
  alter table two_factors enable row level security;
  alter table sign_in_challenges enable row level security;
  alter table recovery_codes enable row level security;
  create policy own_person on recovery_codes using (account_id = (select orgdesk_account()));
  grant select (account_id, used_at) on recovery_codes to orgdesk_app;
  grant select (two_factor_since) on accounts to orgdesk_app`;

/** Colleagues see whether a member's sign-in has a second step; as with names, the member row repeats it. */
const persons = sql`
  alter table members add column two_factor boolean not null default false;
  update members m set two_factor = true
    from accounts a where a.id = m.account_id and a.two_factor_since is not null;
  create or replace view team_members as
    select * from members where organization_id = (select orgdesk_organization());
  create or replace function orgdesk_copy_person() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    select a.name, a.email, a.two_factor_since is not null into new.name, new.email, new.two_factor
      from accounts a where a.id = new.account_id;
    return new;
  end $$;
  create or replace function orgdesk_spread_person() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update members set name = new.name, email = new.email, two_factor = new.two_factor_since is not null
      where account_id = new.id;
    return null;
  end $$;
  drop trigger accounts_person on accounts;
  create trigger accounts_person after update of name, email, two_factor_since on accounts
    for each row when (old.name is distinct from new.name or old.email is distinct from new.email
      or (old.two_factor_since is null) <> (new.two_factor_since is null))
    execute function orgdesk_spread_person()`;
