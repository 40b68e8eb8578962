import { sql, type Kysely } from "kysely";

/**
 * Changes to many people in many organizations. A plan belongs to the person who made it, and so do its items, each of
 * which names an organization: requests see their own, whatever organization they are in.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [plans, items, wall, people]) await statement.execute(db);
}

/** No reference to the account: should it go, the items that wait still get their reason. */
const plans = sql`
  create table plans (
    id uuid primary key,
    account_id uuid not null,
    change jsonb not null,
    status text not null default 'running' check (status in ('running', 'cancelled', 'finished')),
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    leased_by uuid,
    leased_until timestamptz
  );
  create index plans_page on plans (account_id, id)`;

/** An item may name an organization that does not exist, so it refers to none. */
const items = sql`
  create table plan_items (
    organization_id uuid not null,
    plan_id uuid not null references plans on delete cascade,
    position integer not null check (position >= 0),
    account_id uuid not null,
    person_id uuid,
    person_name text not null default '',
    person_email text not null default '',
    organization_name text not null default '',
    role text,
    state text not null default 'waiting' check (state in ('waiting', 'done', 'nothing', 'failed', 'cancelled')),
    act text,
    why text,
    fault jsonb,
    at timestamptz,
    revision bigint,
    primary key (organization_id, plan_id, position),
    check ((state in ('waiting', 'cancelled')) or at is not null)
  );
  create unique index plan_items_page on plan_items (plan_id, position);
  create index plan_items_waiting on plan_items (plan_id, organization_id, position) where state = 'waiting'`;

const wall = sql`
  alter table plans enable row level security;
  create policy own_person on plans using (account_id = (select orgdesk_account()));
  grant select on plans to orgdesk_app;
  alter table plan_items enable row level security;
  create policy own_person on plan_items using (account_id = (select orgdesk_account()));
  grant select on plan_items to orgdesk_app;
  grant update (state, act, why, fault, at, revision) on plan_items to orgdesk_app`;

/** Null: without a second factor; without a price. */
const people = sql`
  alter table accounts add column two_factor_since timestamptz;
  create index accounts_two_factor on accounts (id) where two_factor_since is not null;
  alter table organizations add column seat_price bigint constraint organizations_seat_price check (seat_price >= 0)`;
