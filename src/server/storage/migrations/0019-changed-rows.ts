import { sql, type Kysely } from "kysely";

/**
 * Which transaction changed a member or an invitation last. A desktop's snapshot remembers the oldest transaction that
 * was still open when it was read: whatever this or a later one changed may be news to it. So a change outside the
 * organization's revisions (a person's new name) is found as well, and none slips through between two readings.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [columns, touch, touchByDetails]) await statement.execute(db);
}

const columns = sql`
  alter table members add column changed xid8 not null default pg_current_xact_id();
  alter table invitations add column changed xid8 not null default pg_current_xact_id();
  create index members_by_change on members (organization_id, changed);
  create index invitations_by_change on invitations (organization_id, changed)`;

/** Having been seen is no change: it is written every few minutes for everybody who is here. */
const touch = sql`
  create function orgdesk_touch() returns trigger language plpgsql as $$
  begin
    new.changed := pg_current_xact_id();
    return new;
  end $$;
  create trigger members_touched before update on members for each row
    when (old.last_seen_at is not distinct from new.last_seen_at) execute function orgdesk_touch();
  create trigger invitations_touched before update on invitations for each row execute function orgdesk_touch()`;

/** What is written of a member elsewhere changes the member. */
const touchByDetails = sql`
  create function orgdesk_touch_member() returns trigger language plpgsql as $$
  begin
    update members set changed = pg_current_xact_id()
      where organization_id = new.organization_id and id = new.member_id;
    return null;
  end $$;
  create trigger member_details_touch after insert or update on member_details for each row
    execute function orgdesk_touch_member()`;
