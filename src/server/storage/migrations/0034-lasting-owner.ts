import { sql, type Kysely } from "kysely";

/**
 * Somebody must stay in charge: of every organization's owners at least one has access without an end. So an owner's
 * access ends at its date as anybody's does, and no organization is left without an owner by a date.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [keeping, lasting, reach, authenticate, over, byItself]) await statement.execute(db);
}

/** Where every owner's access had an end, the last of them had it beyond that: they have it without one. */
const keeping = sql`
  update members m set access_until = null from (
    select distinct on (organization_id) organization_id, id from members
      where owner_class and status = 'active' order by organization_id, access_until desc nulls first, id
  ) last
  where m.organization_id = last.organization_id and m.id = last.id and m.access_until is not null`;

/**
 * Deferred to the commit, so that a transfer may pass through a moment without one. Under the organization's lock, so
 * that of two changes at once the second sees the first. What is purged needs none.
 */
const lasting = sql`
  create function orgdesk_require_lasting_owner() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
  begin
    perform from organizations where id = old.organization_id and status <> 'purging' for update;
    if found and not exists (select from members where organization_id = old.organization_id
        and owner_class and status = 'active' and access_until is null) then
      raise exception 'an organization needs an owner whose access has no end'
        using errcode = 'check_violation', constraint = 'members_lasting_owner', table = 'members';
    end if;
    return null;
  end $$;
  create constraint trigger members_lasting_owner after update on members deferrable initially deferred for each row
    when (old.owner_class and old.status = 'active' and old.access_until is null
      and not (new.owner_class and new.status = 'active' and new.access_until is null))
    execute function orgdesk_require_lasting_owner();
  create constraint trigger members_lasting_owner_gone after delete on members deferrable initially deferred
    for each row when (old.owner_class and old.status = 'active' and old.access_until is null)
    execute function orgdesk_require_lasting_owner()`;

const reach = sql`
  create or replace function orgdesk_own_organizations() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select organization_id from members where account_id = orgdesk_account() and status = 'active'
      and (access_until is null or access_until > now())
    union all
    select i.organization_id from invitations i join accounts a on a.email_folded = i.email_folded
      where a.id = orgdesk_account() and a.email_verified_at is not null and i.status = 'pending' $$`;

/** As in `0029`, but for the end of an owner's access. */
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
          case when m.status = 'active' and m.access_until <= now() then 'deactivated' else m.status end,
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

const over = sql`drop function orgdesk_access_over`;

/** Nobody takes an owner's power whose access ends by itself. */
const byItself = sql`alter table lockout_guards alter column by_name drop not null`;
