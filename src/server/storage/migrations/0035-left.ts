import { sql, type Kysely } from "kysely";

/** Whether a removed member ended it themselves: then only they take it up again, by an invitation. The log says it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table members
      add column left_themselves boolean not null default false,
      add constraint left_is_removed check (status = 'removed' or not left_themselves)`.execute(db);
  await sql`
    create or replace view team_members as
      select * from members where organization_id = (select orgdesk_organization())`.execute(db);
  await sql`
    update members m set left_themselves = true where m.status = 'removed' and (
      select e.action from audit_events e
        where e.organization_id = m.organization_id and e.target_id = m.id::text
          and e.action in ('member.removed', 'member.left')
        order by e.revision desc limit 1) = 'member.left'`.execute(db);
}
