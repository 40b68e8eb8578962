import { authenticationOf, type Authentication, type AuthenticationRow } from "./authenticate.ts";
import type { Pools } from "./pools.ts";
import { Together } from "./together.ts";

interface Question {
  readonly tokenDigest: Buffer;
  readonly organizationId: string | null;
}

/**
 * The membership is found by its whole key, written as a range: for two equalities PostgreSQL takes the smaller index of
 * accounts instead and reads all memberships of a person, who may have hundreds. The limit says that it is one: for the
 * thousands that PostgreSQL expects of a range it would read all organizations as well. The order keeps it to that key.
 */
const statement = {
  name: "authenticate_together",
  text: `
    select given.place, s.id as session_id, s.created_at as session_created_at, s.last_used_at as session_last_used_at,
      a.id as account_id, a.email, a.name, a.email_verified_at is not null as email_verified, a.locale, a.time_zone,
      a.last_organization_id, a.created_at as account_created_at,
      m.id as member_id, m.role, m.owner_class, m.last_seen_at,
      case when m.status = 'active' and m.access_until is not null and m.access_until <= now()
        and orgdesk_access_over(m.organization_id, m.id, m.owner_class) then 'deactivated' else m.status
      end as member_status,
      o.id as organization_id, o.name as organization_name, o.preset, o.preset_version, o.switches,
      o.custom_roles::text, o.revision, o.seats_limit, o.owners, o.active_members, o.status as organization_status
    from unnest($1::bytea[], $2::uuid[]) with ordinality as given (digest, wanted, place)
    join session_tokens t on t.digest = given.digest
      and t.kind = 'access' and t.expires_at > now() and t.used_at is null
    join sessions s on s.id = t.session_id and s.revoked_at is null and s.expires_at > now()
    join accounts a on a.id = s.account_id
    left join lateral (
      select * from members
      where (organization_id, account_id) >= (given.wanted, a.id) and (organization_id, account_id) <= (given.wanted, a.id)
      order by organization_id, account_id limit 1
    ) m on true
    left join organizations o on o.id = m.organization_id`,
};

type Lookups = Together<Question, Authentication | null>;

async function find({ systemPool }: Pools, questions: readonly Question[]): Promise<(Authentication | null)[]> {
  const values = [questions.map((one) => one.tokenDigest), questions.map((one) => one.organizationId)];
  const { rows } = await systemPool.query<AuthenticationRow & { place: number }>({ ...statement, values });
  const found = new Map(rows.map((row) => [row.place, row]));
  return questions.map((_, index) => authenticationOf(found.get(index + 1)));
}

const lookups = new WeakMap<Pools, Lookups>();

/** Finds who is behind a token without a connection: for what sets its scope later or needs none. */
export function authenticateTogether(
  pools: Pools,
  tokenDigest: Buffer,
  organizationId: string | null,
): Promise<Authentication | null> {
  const known = lookups.get(pools) ?? new Together((questions: readonly Question[]) => find(pools, questions));
  lookups.set(pools, known);
  return known.ask({ tokenDigest, organizationId });
}
