import { sql, type Kysely } from "kysely";

/**
 * How many owners have access without an end is counted beside how many there are, so that every decision knows it: of
 * these one always remains.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [column, counting, counted, authenticate]) await statement.execute(db);
}

const column = sql`
  alter table organizations add column lasting_owners integer not null default 0
    constraint organizations_lasting_owners_counted check (lasting_owners >= 0)`;

/** As in `0004`, with one count more. A change of the end alone changes it as well. */
const counting = sql`
  create or replace function orgdesk_count_members() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update organizations o
      set owners = o.owners + d.owners, lasting_owners = o.lasting_owners + d.lasting,
        active_members = o.active_members + d.active
      from (
        select organization_id, sum(sign * owner_class::int) as owners, sum(sign) as active,
          sum(sign * (owner_class and access_until is null)::int) as lasting
        from (
          select organization_id, owner_class, access_until, 1 as sign from added where status = 'active'
          union all select organization_id, owner_class, access_until, -1 from gone where status = 'active'
        ) changes group by organization_id
      ) d
      where o.id = d.organization_id and (d.owners <> 0 or d.lasting <> 0 or d.active <> 0);
    return null;
  end $$;
  create or replace function orgdesk_count_added_members() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update organizations o
      set owners = o.owners + d.owners, lasting_owners = o.lasting_owners + d.lasting,
        active_members = o.active_members + d.active
      from (
        select organization_id, count(*) filter (where owner_class) as owners, count(*) as active,
          count(*) filter (where owner_class and access_until is null) as lasting
        from added where status = 'active' group by organization_id
      ) d where o.id = d.organization_id;
    return null;
  end $$;
  create or replace function orgdesk_count_gone_members() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update organizations o
      set owners = o.owners - d.owners, lasting_owners = o.lasting_owners - d.lasting,
        active_members = o.active_members - d.active
      from (
        select organization_id, count(*) filter (where owner_class) as owners, count(*) as active,
          count(*) filter (where owner_class and access_until is null) as lasting
        from gone where status = 'active' group by organization_id
      ) d where o.id = d.organization_id;
    return null;
  end $$`;

const counted = sql`
  update organizations o set lasting_owners = d.lasting from (
    select organization_id, count(*) as lasting from members
      where owner_class and status = 'active' and access_until is null group by organization_id
  ) d where o.id = d.organization_id`;

/** As in `0034`, but for the owners that it counts. */
const authenticate = sql`
  drop function orgdesk_authenticate;
  create function orgdesk_authenticate(token bytea, wanted uuid,
    out session_id uuid, out session_created_at timestamptz, out session_last_used_at timestamptz,
    out account_id uuid, out email text, out name text, out email_verified boolean, out locale text,
    out time_zone text, out last_organization_id uuid, out account_created_at timestamptz,
    out member_id uuid, out role text, out owner_class boolean, out member_status text, out last_seen_at timestamptz,
    out organization_id uuid, out organization_name text, out preset text, out preset_version int, out switches jsonb,
    out custom_roles text, out revision bigint, out seats_limit int, out lasting_owners int, out active_members int,
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
          case when m.status = 'active' and m.access_until <= now() then 'deactivated' else m.status end,
          m.last_seen_at, o.id, o.name, o.preset, o.preset_version,
          o.switches, o.custom_roles::text, o.revision, o.seats_limit, o.lasting_owners, o.active_members, o.status
        into member_id, role, owner_class, member_status, last_seen_at, organization_id, organization_name, preset,
          preset_version, switches, custom_roles, revision, seats_limit, lasting_owners, active_members,
          organization_status
        from (
          select * from members one
          where (one.organization_id, one.account_id) >= (wanted, orgdesk_authenticate.account_id)
            and (one.organization_id, one.account_id) <= (wanted, orgdesk_authenticate.account_id)
          order by one.organization_id, one.account_id limit 1
        ) m join organizations o on o.id = m.organization_id;
    end if;
    perform set_config('orgdesk.account', coalesce(account_id::text, ''), false),
      set_config('orgdesk.organization',
        case when member_status = 'active' then organization_id::text else '' end, false);
  end $$;
  revoke all on function orgdesk_authenticate from public;
  grant execute on function orgdesk_authenticate to orgdesk_app`;
