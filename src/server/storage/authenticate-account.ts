import { authenticationOf, type Authentication, type AuthenticationRow } from "./authenticate.ts";
import { ofPerson, ofPlace } from "./authentication-columns.ts";
import { named } from "./named-statement.ts";
import type { Pools } from "./pools.ts";

const statement = named(
  "authenticate_account",
  `
    select ${ofPerson}, ${ofPlace} from accounts a
    cross join (select $3::uuid as id, now() as last_used_at) s
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
