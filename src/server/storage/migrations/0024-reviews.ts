import { sql, type Kysely } from "kysely";

/** Reviews of who has access, what was decided about each person, and when the next is due. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [reviews, items, schedules, evidence, wall]) await statement.execute(db);
}

/** The id is made on a desktop, so it is one organization's own: another's review of the same id is none of its business. */
const reviews = sql`
  create table reviews (
    organization_id uuid not null references organizations on delete cascade,
    id uuid not null,
    batch_id uuid,
    account_id uuid not null,
    member_id uuid not null,
    reviewer_name text not null,
    reviewer_email text not null,
    scope jsonb not null,
    scope_name text not null default '',
    status text not null default 'receiving'
      check (status in ('receiving', 'submitted', 'applying', 'applied', 'finished', 'abandoned')),
    started_at timestamptz not null,
    as_of bigint not null check (as_of >= 0),
    as_of_hash text not null,
    total integer not null check (total > 0),
    created_at timestamptz not null,
    submitted_at timestamptz,
    applied_at timestamptz,
    finished_at timestamptz,
    abandoned_at timestamptz,
    undecided_reason text not null default '',
    evidence text,
    evidence_digest text,
    leased_by uuid,
    leased_until timestamptz,
    primary key (organization_id, id),
    check ((status = 'finished') = (evidence is not null))
  );
  create index reviews_page on reviews (organization_id, created_at, id);
  create index reviews_applying on reviews (organization_id, id) where status = 'applying'`;

const items = sql`
  create table review_items (
    organization_id uuid not null,
    review_id uuid not null,
    position integer not null check (position >= 0),
    member_id uuid not null,
    name text not null,
    email text not null,
    seen json not null,
    seen_role text not null,
    seen_status text not null check (seen_status in ('active', 'deactivated')),
    recommendation json not null,
    decision text check (decision in ('keep', 'changeRole', 'deactivate', 'remove')),
    to_role text,
    decided_at timestamptz,
    comment text not null default '',
    state text not null check (state in ('undecided', 'waiting', 'kept', 'applied', 'flagged')),
    flag text check (flag in ('gone', 'moved', 'overtaken', 'refused')),
    fault json,
    at timestamptz,
    revision bigint,
    primary key (organization_id, review_id, position),
    constraint review_items_once unique (organization_id, review_id, member_id),
    foreign key (organization_id, review_id) references reviews (organization_id, id) on delete cascade,
    check ((decision is null) = (state = 'undecided')),
    check ((to_role is not null) = (decision is not distinct from 'changeRole')),
    check ((state = 'flagged') = (flag is not null))
  );
  create index review_items_waiting on review_items (organization_id, review_id, position) where state = 'waiting'`;

/** Days are those of the organization's calendar, so they are texts: a date would come back in the server's zone. */
const schedules = sql`
  create table review_schedules (
    organization_id uuid primary key references organizations on delete cascade,
    rhythm text not null check (rhythm in ('monthly', 'quarterly', 'halfYearly', 'yearly')),
    first_due_on text not null,
    scope jsonb not null,
    reviewer_ids uuid[] not null,
    next_due_on text not null,
    reminded text check (reminded in ('soon', 'due', 'overdue'))
  );
  create index review_schedules_due on review_schedules (next_due_on)`;

/** What was signed stays as it was signed. It goes with its organization alone. */
const evidence = sql`
  create function orgdesk_keep_evidence() returns trigger language plpgsql as $$
  begin
    if old.status = 'finished' then
      raise exception 'A finished review is not changed' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
  create trigger reviews_keep_evidence before update on reviews
    for each row execute function orgdesk_keep_evidence()`;

const wall = sql`
  alter table reviews enable row level security;
  create policy own_organization on reviews using (organization_id = (select orgdesk_organization()));
  grant select, insert, update on reviews to orgdesk_app;
  alter table review_items enable row level security;
  create policy own_organization on review_items using (organization_id = (select orgdesk_organization()));
  grant select, insert on review_items to orgdesk_app;
  grant update (state, flag, fault, at, revision) on review_items to orgdesk_app;
  alter table review_schedules enable row level security;
  create policy own_organization on review_schedules using (organization_id = (select orgdesk_organization()));
  grant select, insert, update, delete on review_schedules to orgdesk_app`;
