import { sql, type Kysely } from "kysely";

/**
 * The row's own organization is asked first: PostgreSQL checks a policy that reaches further before the one that
 * does not, and listing all of a person's organizations cost more than any statement that it guarded.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter policy reached on organizations
      using (id = (select orgdesk_organization()) or id in (select orgdesk_own_organizations()))`.execute(db);
  await sql`
    alter policy own_person on invitations using (organization_id = (select orgdesk_organization())
      or (status = 'pending' and email_folded = (select orgdesk_verified_address())))`.execute(db);
}
