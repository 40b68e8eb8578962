import { statusNowText } from "./access-now.ts";
import { authenticationOf, type Authentication, type AuthenticationRow } from "./authenticate.ts";
import { named } from "./named-statement.ts";
import type { Pools } from "./pools.ts";

const statement = named(
  "authenticate_account",
  `
    select $3::uuid as session_id, now() as session_last_used_at,
      a.id as account_id, a.email, a.name, a.email_verified_at is not null as email_verified, a.locale, a.time_zone,
      a.last_organization_id, a.created_at as account_created_at,
      m.id as member_id, m.role, m.owner_class, m.last_seen_at,
      ${statusNowText("m")} as member_status,
      o.id as organization_id, o.name as organization_name, o.preset, o.preset_version, o.switches,
      o.custom_roles::text, o.revision, o.seats_limit, o.owners, o.active_members, o.status as organization_status
    from accounts a
    left join members m on m.organization_id = $2 and m.account_id = a.id
    left join organizations o on o.id = m.organization_id
    where a.id = $1`,
);

/**
 * The person whom a job works for, and their place in an organization at this moment; `jobId` stands for the session
 * that a job does not have. Only for work that the person has asked for behind a sign-in: nothing of a request may
 * come here.
 */
export async function authenticateAccount(
  { systemPool }: Pools,
  accountId: string,
  organizationId: string,
  jobId: string,
): Promise<Authentication | null> {
  const { rows } = await systemPool.query<AuthenticationRow>(statement, [accountId, organizationId, jobId]);
  return authenticationOf(rows[0]);
}
