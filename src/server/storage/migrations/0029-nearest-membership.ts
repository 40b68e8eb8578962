import { sql, type Kysely } from "kysely";

/**
 * Whoever has hundreds of memberships had all of them read with every command, since PostgreSQL takes the index of
 * accounts for two equalities. Written as a range the membership is found by its whole key; the order and the limit keep
 * it to that index and say that it is one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await authenticate.execute(db);
}

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
  end $$`;
