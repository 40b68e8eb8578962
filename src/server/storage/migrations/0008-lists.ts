import { sql, type Kysely } from "kysely";

/** Indexes for the lists of the team and of invitations that the first tables left without one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [byEmail, formerMembers, roleCounts, inbox]) await statement.execute(db);
}

const byEmail = sql`
  alter table members add column email_key text collate "C" not null generated always as (orgdesk_fold(email)) stored;
  create index members_by_email on members (organization_id, email_key, id);
  create or replace view team_members as
    select * from members where organization_id = (select orgdesk_organization())`;

/** Few among many: reading them along the order of all would pass over everybody who is active. */
const formerMembers = sql`
  create index members_not_active on members (organization_id, status, name_key, id) where status <> 'active'`;

/** The matrix and the team's role filter count members by role from the index alone. */
const roleCounts = sql`create index members_roles on members (organization_id, role) where status = 'active'`;

/** Answering from the inbox names the invitation alone; the address finds it. */
const inbox = sql`create index invitations_inbox on invitations (email_folded, id)`;
