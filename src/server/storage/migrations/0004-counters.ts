import { sql, type Kysely } from "kysely";

/**
 * What the database itself keeps true, whatever the code above it does: how many owners, members and pending
 * invitations an organization has, and that it never commits without an owner.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [memberCounters, invitationCounters, atLeastOneOwner, persons]) await statement.execute(db);
}

/** Counted per statement, so that filling 100,000 members updates each organization once. */
const memberCounters = sql`
  create function orgdesk_count_members() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update organizations o
      set owners = o.owners + d.owners, active_members = o.active_members + d.active
      from (
        select organization_id, sum(sign * owner_class::int) as owners, sum(sign) as active
        from (
          select organization_id, owner_class, 1 as sign from added where status = 'active'
          union all select organization_id, owner_class, -1 from gone where status = 'active'
        ) changes group by organization_id
      ) d
      where o.id = d.organization_id and (d.owners <> 0 or d.active <> 0);
    return null;
  end $$;
  create function orgdesk_count_added_members() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update organizations o
      set owners = o.owners + d.owners, active_members = o.active_members + d.active
      from (
        select organization_id, count(*) filter (where owner_class) as owners, count(*) as active
        from added where status = 'active' group by organization_id
      ) d where o.id = d.organization_id;
    return null;
  end $$;
  create function orgdesk_count_gone_members() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update organizations o
      set owners = o.owners - d.owners, active_members = o.active_members - d.active
      from (
        select organization_id, count(*) filter (where owner_class) as owners, count(*) as active
        from gone where status = 'active' group by organization_id
      ) d where o.id = d.organization_id;
    return null;
  end $$;
  create trigger members_changed after update on members referencing old table as gone new table as added
    for each statement execute function orgdesk_count_members();
  create trigger members_added after insert on members referencing new table as added
    for each statement execute function orgdesk_count_added_members();
  create trigger members_gone after delete on members referencing old table as gone
    for each statement execute function orgdesk_count_gone_members()`;

const invitationCounters = sql`
  create function orgdesk_count_invitation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    organization uuid := case when tg_op = 'DELETE' then old.organization_id else new.organization_id end;
    was int := case when tg_op <> 'INSERT' and old.status = 'pending' then 1 else 0 end;
    becomes int := case when tg_op <> 'DELETE' and new.status = 'pending' then 1 else 0 end;
  begin
    if was <> becomes then
      update organizations set pending_invitations = pending_invitations + becomes - was where id = organization;
    end if;
    return null;
  end $$;
  create trigger invitations_counted after insert or delete or update of status on invitations
    for each row execute function orgdesk_count_invitation()`;

/** Deferred to the commit, so that a transfer may pass through a moment without an owner. */
const atLeastOneOwner = sql`
  create function orgdesk_require_owner() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select from organizations where id = new.id and owners < 1) then
      raise exception 'an organization needs at least one owner'
        using errcode = 'check_violation', constraint = 'organizations_owner', table = 'organizations';
    end if;
    return null;
  end $$;
  create constraint trigger organizations_owner after insert or update of owners on organizations
    deferrable initially deferred for each row execute function orgdesk_require_owner()`;

/** A member row repeats the person's name and address: a page of 50 out of 100,000 must come from one index. */
const persons = sql`
  create function orgdesk_copy_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    select a.name, a.email into new.name, new.email from accounts a where a.id = new.account_id;
    return new;
  end $$;
  create trigger members_person before insert on members
    for each row execute function orgdesk_copy_person();
  create function orgdesk_spread_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update members set name = new.name, email = new.email where account_id = new.id;
    return null;
  end $$;
  create trigger accounts_person after update of name, email on accounts
    for each row when (old.name is distinct from new.name or old.email is distinct from new.email)
    execute function orgdesk_spread_person()`;
