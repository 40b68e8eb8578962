import { sql, type Kysely } from "kysely";

/** What an organization keeps of a member beside their place in it, and memberships that end by themselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [details, wall, ends, over, reach, authenticate]) await statement.execute(db);
}

/** Apart from `members`, so that a page of the team stays one index scan and reads nobody's notes. */
const details = sql`
  create table member_details (
    organization_id uuid not null,
    member_id uuid not null,
    phone text not null default '',
    job_title text not null default '',
    department text not null default '',
    contact_revision integer not null default 0,
    notes text not null default '',
    notes_revision integer not null default 0,
    muted text[] not null default '{}',
    notifications_set_at timestamptz,
    onboarding_seen text[] not null default '{}',
    onboarding_dismissed_at timestamptz,
    primary key (organization_id, member_id),
    foreign key (organization_id, member_id) references members on delete cascade
  )`;

const wall = sql`
  alter table member_details enable row level security;
  create policy own_organization on member_details using (organization_id = (select orgdesk_organization()));
  grant select, insert, update on member_details to orgdesk_app`;

const ends = sql`
  alter table members
    add column access_until timestamptz,
    add column access_reminded_until timestamptz;
  alter table invitations add column access_until timestamptz;
  create index members_by_end on members (organization_id, access_until, id)
    where status = 'active' and access_until is not null;
  create index members_ending on members (access_until) where status = 'active' and access_until is not null;
  create or replace view team_members as
    select * from members where organization_id = (select orgdesk_organization())`;

/**
 * Whether a membership whose end has come is over. Somebody must stay in charge: an owner's is not while no other
 * owner has access, whatever the date says.
 */
const over = sql`
  create function orgdesk_access_over(organization uuid, member uuid, is_owner boolean) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select not is_owner or exists (
      select from members where organization_id = organization and id <> member and owner_class and status = 'active'
        and (access_until is null or access_until > now())) $$;
  revoke all on function orgdesk_access_over from public;
  grant execute on function orgdesk_access_over to orgdesk_app`;

const reach = sql`
  create or replace function orgdesk_own_organizations() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select organization_id from members where account_id = orgdesk_account() and status = 'active'
      and (access_until is null or access_until > now() or not orgdesk_access_over(organization_id, id, owner_class))
    union all
    select i.organization_id from invitations i join accounts a on a.email_folded = i.email_folded
      where a.id = orgdesk_account() and a.email_verified_at is not null and i.status = 'pending' $$`;

/** Access ends with the instant, before anything writes it down: from then on the member counts as deactivated. */
const authenticate = sql`
  create or replace function orgdesk_authenticate(token bytea, wanted uuid,
    out session_id uuid, out session_created_at timestamptz, out session_last_used_at timestamptz,
    out account_id uuid, out email text, out name text, out email_verified boolean, out locale text,
    out time_zone text, out last_organization_id uuid, out account_created_at timestamptz,
    out member_id uuid, out role text, out owner_class boolean, out member_status text, out last_seen_at timestamptz,
    out organization_id uuid, out organization_name text, out preset text, out preset_version int, out switches jsonb,
    out custom_roles text, out revision bigint, out seats_limit int, out owners int, out active_members int,
    out organization_status text)
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    select s.id, s.created_at, s.last_used_at, a.id, a.email, a.name, a.email_verified_at is not null, a.locale,
        a.time_zone, a.last_organization_id, a.created_at
      into session_id, session_created_at, session_last_used_at, account_id, email, name, email_verified, locale,
        time_zone, last_organization_id, account_created_at
      from session_tokens t
      join sessions s on s.id = t.session_id and s.revoked_at is null and s.expires_at > now()
      join accounts a on a.id = s.account_id
      where t.digest = token and t.kind = 'access' and t.expires_at > now() and t.used_at is null;
    if session_id is not null and wanted is not null then
      select m.id, m.role, m.owner_class,
          case when m.status = 'active' and m.access_until is not null and m.access_until <= now()
            and orgdesk_access_over(m.organization_id, m.id, m.owner_class) then 'deactivated' else m.status end,
          m.last_seen_at, o.id, o.name, o.preset, o.preset_version,
          o.switches, o.custom_roles::text, o.revision, o.seats_limit, o.owners, o.active_members, o.status
        into member_id, role, owner_class, member_status, last_seen_at, organization_id, organization_name, preset,
          preset_version, switches, custom_roles, revision, seats_limit, owners, active_members, organization_status
        from organizations o
        join members m on m.organization_id = o.id and m.account_id = orgdesk_authenticate.account_id
        where o.id = wanted;
    end if;
    perform set_config('orgdesk.account', coalesce(account_id::text, ''), false),
      set_config('orgdesk.organization',
        case when member_status = 'active' then organization_id::text else '' end, false);
  end $$`;
