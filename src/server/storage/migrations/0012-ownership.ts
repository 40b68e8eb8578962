import { sql, type Kysely } from "kysely";

/** Offers to take over an organization. One at a time is open; the others stay as history. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [transfers, wall]) await statement.execute(db);
}

const transfers = sql`
  create table ownership_transfers (
    organization_id uuid not null references organizations on delete cascade,
    id uuid not null,
    from_member_id uuid not null,
    to_member_id uuid not null,
    to_account_id uuid not null,
    former_owner text not null check (former_owner in ('stays', 'leaves')),
    status text not null default 'pending'
      check (status in ('pending', 'accepted', 'declined', 'cancelled', 'expired', 'void')),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    ended_at timestamptz,
    primary key (organization_id, id)
  );
  create unique index ownership_transfers_one_pending on ownership_transfers (organization_id) where status = 'pending';
  create index ownership_transfers_offered on ownership_transfers (to_account_id) where status = 'pending';
  create index ownership_transfers_expiry on ownership_transfers (expires_at) where status = 'pending'`;

const wall = sql`
  alter table ownership_transfers enable row level security;
  create policy own_organization on ownership_transfers using (organization_id = (select orgdesk_organization()));
  grant select, insert, update on ownership_transfers to orgdesk_app`;
