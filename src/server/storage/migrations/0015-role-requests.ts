import { sql, type Kysely } from "kysely";

/** Requests for roles that need an owner's approval. One for a member is open at a time; the others are history. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [requests, wall]) await statement.execute(db);
}

const requests = sql`
  create table role_requests (
    organization_id uuid not null references organizations on delete cascade,
    id uuid not null,
    member_id uuid not null,
    requester_id uuid not null,
    from_role text not null,
    to_role text not null,
    reason text not null default '',
    status text not null default 'pending'
      check (status in ('pending', 'approved', 'declined', 'cancelled', 'expired', 'overtaken')),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid,
    end_reason text not null default '',
    primary key (organization_id, id),
    constraint role_requests_ended check ((status = 'pending') = (ended_at is null)),
    constraint role_requests_of_another check (status <> 'approved' or (ended_by is not null and ended_by <> requester_id))
  );
  create unique index role_requests_one_pending on role_requests (organization_id, member_id) where status = 'pending';
  create index role_requests_expiry on role_requests (expires_at) where status = 'pending'`;

const wall = sql`
  alter table role_requests enable row level security;
  create policy own_organization on role_requests using (organization_id = (select orgdesk_organization()));
  grant select, insert, update on role_requests to orgdesk_app`;
