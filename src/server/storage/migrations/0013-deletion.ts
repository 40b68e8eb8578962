import { sql, type Kysely } from "kysely";

/**
 * Deleting an organization: held first, then purged in batches. The audit log stays append-only for every
 * organization but one that is being purged, and that state can only be reached from a hold whose time has come.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [hold, guard, appendOnly, owners, certificates, held, heldSlugs]) await statement.execute(db);
}

const hold = sql`
  alter table organizations drop constraint organizations_status_check;
  alter table organizations
    add constraint organizations_status_check check (status in ('active', 'held', 'purging')),
    add column held_at timestamptz,
    add column purge_at timestamptz,
    add column held_by text not null default '',
    add constraint organizations_held check ((status = 'active') = (purge_at is null));
  grant update (held_at, purge_at, held_by) on organizations to orgdesk_app`;

const guard = sql`
  create function orgdesk_guard_purging() returns trigger language plpgsql as $$
  begin
    if old.status <> 'held' or old.purge_at > now() then
      raise exception 'only an organization whose hold has ended is purged' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
  create trigger organizations_guard_purging before update of status on organizations
    for each row when (new.status = 'purging' and old.status <> 'purging') execute function orgdesk_guard_purging()`;

const appendOnly = sql`
  drop trigger audit_events_append_only on audit_events;
  create trigger audit_events_append_only before update or truncate on audit_events
    for each statement execute function orgdesk_refuse_change();
  create function orgdesk_guard_events() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select from organizations where id = old.organization_id and status = 'purging') then
      raise exception 'audit events are never changed'
        using errcode = 'restrict_violation', constraint = 'audit_events_append_only';
    end if;
    return old;
  end $$;
  create trigger audit_events_kept before delete on audit_events
    for each row execute function orgdesk_guard_events()`;

const owners = sql`
  create or replace function orgdesk_require_owner() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select from organizations where id = new.id and owners < 1 and status <> 'purging') then
      raise exception 'an organization needs at least one owner'
        using errcode = 'check_violation', constraint = 'organizations_owner', table = 'organizations';
    end if;
    return null;
  end $$`;

/** What is left of a purged organization, for those who owned it. Requests reach neither table directly. */
const certificates = sql`
  create table deletion_certificates (
    organization_id uuid primary key,
    name text not null,
    slug text not null,
    requested_by text not null,
    requested_at timestamptz not null,
    purged_at timestamptz,
    counts jsonb not null default '{}',
    chain_head text not null,
    revision bigint not null
  );
  create table certificate_readers (
    organization_id uuid not null references deletion_certificates on delete cascade,
    account_id uuid not null references accounts on delete cascade,
    primary key (organization_id, account_id)
  );
  create index certificate_readers_account on certificate_readers (account_id);
  alter table deletion_certificates enable row level security;
  alter table certificate_readers enable row level security`;

const held = sql`
  create table held_names (
    organization_id uuid primary key,
    slug text not null,
    name_key text collate "C" not null,
    until timestamptz not null
  );
  create index held_names_slug on held_names (slug);
  create index held_names_name on held_names (name_key);
  alter table held_names enable row level security;
  create function orgdesk_slug_held(wanted text) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from held_names where slug = wanted and until > now()) $$;
  create function orgdesk_name_held(wanted text) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from held_names where name_key = orgdesk_fold(wanted) and until > now()) $$`;

/** Told as any other taken slug. */
const heldSlugs = sql`
  create function orgdesk_refuse_held_slug() returns trigger language plpgsql as $$
  begin
    if orgdesk_slug_held(new.slug) then
      raise exception 'this slug is held' using errcode = 'unique_violation', constraint = 'organizations_slug_key';
    end if;
    return new;
  end $$;
  create trigger organizations_slug_held before update of slug on organizations
    for each row when (new.slug <> old.slug) execute function orgdesk_refuse_held_slug()`;
