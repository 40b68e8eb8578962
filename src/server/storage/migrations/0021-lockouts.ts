import { sql, type Kysely } from "kysely";

/** Changes of ownership that are undone unless an owner confirms them in time. One per person is open. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [guards, wall]) await statement.execute(db);
}

const guards = sql`
  create table lockout_guards (
    organization_id uuid not null references organizations on delete cascade,
    id uuid not null,
    member_id uuid not null,
    former_role text not null,
    by_name text not null,
    state text not null default 'pending' check (state in ('pending', 'confirmed', 'reverted', 'overtaken')),
    created_at timestamptz not null default now(),
    confirm_by timestamptz not null,
    ended_at timestamptz,
    primary key (organization_id, id)
  );
  create unique index lockout_guards_one_pending on lockout_guards (organization_id, member_id)
    where state = 'pending';
  create index lockout_guards_due on lockout_guards (confirm_by) where state = 'pending'`;

const wall = sql`
  alter table lockout_guards enable row level security;
  create policy own_organization on lockout_guards using (organization_id = (select orgdesk_organization()));
  grant select, insert, update on lockout_guards to orgdesk_app`;
