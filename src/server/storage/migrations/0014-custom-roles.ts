import { sql, type Kysely } from "kysely";

/** Roles that an organization makes itself, in the row that every request reads: no decision costs another query. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await roles.execute(db);
  await sql`drop function orgdesk_authenticate`.execute(db);
  await authenticate.execute(db);
  await sql`revoke all on function orgdesk_authenticate from public`.execute(db);
  await sql`grant execute on function orgdesk_authenticate to orgdesk_app`.execute(db);
}

const roles = sql`
  alter table organizations
    add column custom_roles jsonb not null default '[]',
    add constraint organizations_custom_roles check (
      jsonb_typeof(custom_roles) = 'array' and jsonb_array_length(custom_roles) <= 50
      and not jsonb_path_exists(custom_roles, '$[*] ? (!(@.rank >= 1) || !exists(@.key) || !exists(@.name) || !exists(@.permissions))')
    );
  grant update (custom_roles) on organizations to orgdesk_app`;

const authenticate = sql`
  create function orgdesk_authenticate(token bytea, wanted uuid,
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
      select m.id, m.role, m.owner_class, m.status, m.last_seen_at, o.id, o.name, o.preset, o.preset_version,
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
