import { sql, type Kysely } from "kysely";

/**
 * The second wall: requests run as orgdesk_app, which sees the rows of one organization and of one person.
 * `(select …)` around the settings lets PostgreSQL evaluate them once per query instead of once per row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [role, scope, reach, policies, personPolicies, grants, views]) await statement.execute(db);
}

/** Roles belong to the whole cluster: another database of it may create the same one at this moment. */
const role = sql`
  do $$
  begin
    begin
      create role orgdesk_app nologin;
    exception when duplicate_object or unique_violation then null;
    end;
    if not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant orgdesk_app to %I', current_user);
    end if;
  end $$`;

const scope = sql`
  create function orgdesk_organization() returns uuid language sql stable parallel safe
    return nullif(current_setting('orgdesk.organization', true), '')::uuid;
  create function orgdesk_account() returns uuid language sql stable parallel safe
    return nullif(current_setting('orgdesk.account', true), '')::uuid`;

/** Organizations that the person belongs to, or is invited to under an address that was verified. */
const reach = sql`
  create function orgdesk_own_organizations() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select organization_id from members where account_id = orgdesk_account() and status = 'active'
    union all
    select i.organization_id from invitations i join accounts a on a.email_folded = i.email_folded
      where a.id = orgdesk_account() and a.email_verified_at is not null and i.status = 'pending' $$;
  create function orgdesk_verified_address() returns text
    language sql stable security definer set search_path = public, pg_temp as $$
    select email_folded from accounts where id = orgdesk_account() and email_verified_at is not null $$`;

const policies = sql`
  alter table organizations enable row level security;
  create policy own_organization on organizations using (id = (select orgdesk_organization()));
  create policy reached on organizations for select using (id in (select orgdesk_own_organizations()));
  alter table members enable row level security;
  create policy own_organization on members using (organization_id = (select orgdesk_organization()));
  create policy own_person on members for select using (account_id = (select orgdesk_account()));
  alter table invitations enable row level security;
  create policy own_organization on invitations using (organization_id = (select orgdesk_organization()));
  create policy own_person on invitations for select
    using (status = 'pending' and email_folded = (select orgdesk_verified_address()));
  alter table audit_events enable row level security;
  create policy own_organization on audit_events using (organization_id = (select orgdesk_organization()))`;

const personPolicies = sql`
  alter table accounts enable row level security;
  create policy own_person on accounts using (id = (select orgdesk_account()));
  create policy colleague on accounts for select using (exists (
    select from members m where m.organization_id = (select orgdesk_organization()) and m.account_id = accounts.id));
  alter table sessions enable row level security;
  create policy own_person on sessions using (account_id = (select orgdesk_account()));
  alter table security_events enable row level security;
  create policy own_person on security_events for select using (account_id = (select orgdesk_account()));
  create policy own_organization on security_events for select using (organization_id = (select orgdesk_organization()));
  create policy written on security_events for insert with check (
    account_id = (select orgdesk_account())
    and (organization_id is null or organization_id = (select orgdesk_organization())));
  alter table idempotency_keys enable row level security;
  create policy own_person on idempotency_keys using (account_id = (select orgdesk_account()));
  alter table outbox enable row level security;
  create policy written on outbox for insert with check (true);
  alter table session_tokens enable row level security;
  alter table mailed_codes enable row level security;
  alter table rate_limits enable row level security`;

/** Counters, digests and another person's account are out of the requests' reach altogether. */
const grants = sql`
  grant usage on schema public to orgdesk_app;
  grant select, insert on organizations, audit_events, security_events to orgdesk_app;
  grant update (slug, name, type, industry, size, website, time_zone, currency, language, date_format, description,
    preset, preset_version, switches, seats_limit, personal_of, status, revision, chain_head, updated_at,
    last_activity_at) on organizations to orgdesk_app;
  grant select, insert, update on members, invitations to orgdesk_app;
  grant select (id, email, email_folded, name, email_verified_at, locale, time_zone, last_organization_id, created_at,
    updated_at) on accounts to orgdesk_app;
  grant update (name, locale, time_zone, last_organization_id, updated_at) on accounts to orgdesk_app;
  grant select on sessions to orgdesk_app;
  grant update (revoked_at, last_used_at) on sessions to orgdesk_app;
  grant select, insert, update on idempotency_keys to orgdesk_app;
  grant insert on outbox to orgdesk_app`;

/**
 * The same wall for pages and searches. A row-level policy keeps LIKE away from its index, because the operator
 * is not leak-proof; a view of the owner filters the same rows and leaves the index usable.
 */
const views = sql`
  create view team_members as
    select * from members where organization_id = (select orgdesk_organization());
  create view audit_log as
    select * from audit_events where organization_id = (select orgdesk_organization());
  grant select on team_members, audit_log to orgdesk_app`;
