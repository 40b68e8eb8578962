import { sql, type Kysely } from "kysely";

/** The audit log: gapless revisions per organization, never changed once written. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [events, pages, appendOnly]) await statement.execute(db);
}

const events = sql`
  create table audit_events (
    organization_id uuid not null,
    revision bigint not null check (revision > 0),
    id uuid not null,
    at timestamptz(3) not null,
    actor_account_id uuid,
    actor_name text not null,
    action text not null,
    target_type text not null,
    target_id text not null,
    target_name text not null default '',
    -- Not jsonb: it would reorder the keys, which the chain then had to put in order again for every event it verifies.
    before json,
    after json,
    request_id text not null default '',
    previous_hash text not null,
    hash text not null,
    search_key text collate "C" not null generated always as
      (orgdesk_fold(actor_name || ' ' || target_name || ' ' || action)) stored,
    primary key (organization_id, revision)
  )`;

/** Every filter of the screen is an index that is already in the order of its pages. */
const pages = sql`
  create index audit_events_actor on audit_events (organization_id, actor_account_id, revision);
  create index audit_events_action on audit_events (organization_id, action, revision);
  create index audit_events_target on audit_events (organization_id, target_id, revision);
  create index audit_events_time on audit_events (organization_id, at, revision);
  create index audit_events_search on audit_events using gin (organization_id, search_key gin_trgm_ops)`;

const appendOnly = sql`
  create function orgdesk_refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'audit events are never changed' using errcode = 'restrict_violation', constraint = 'audit_events_append_only';
  end $$;
  create trigger audit_events_append_only before update or delete or truncate on audit_events
    for each statement execute function orgdesk_refuse_change()`;
