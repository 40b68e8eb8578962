import type pg from "pg";
import { statusNowText } from "./access-now.ts";
import { authenticationOf, type Authentication, type AuthenticationRow } from "./authenticate.ts";
import { ofPerson, ofPlace } from "./authentication-columns.ts";
import type { Pools } from "./pools.ts";
import { named } from "./named-statement.ts";
import { Together } from "./together.ts";

interface Question {
  /** In hexadecimal. */
  readonly tokenDigest: string;
  readonly organizationId: string | null;
  /** Members of that organization whose standing is asked about as well. */
  readonly others: readonly string[];
}

const persons = `
  unnest(string_to_array($1, ','), string_to_array($2, ',', '')::uuid[], string_to_array($3, ';'))
    with ordinality as given (digest, wanted, others, place)
  join session_tokens t on t.digest = decode(given.digest, 'hex')
    and t.kind = 'access' and t.expires_at > now() and t.used_at is null
  join sessions s on s.id = t.session_id and s.revoked_at is null and s.expires_at > now()
  join accounts a on a.id = s.account_id`;

/**
 * The membership is found by its whole key, written as a range: for two equalities PostgreSQL takes the smaller index of
 * accounts instead and reads all memberships of a person, who may have hundreds. The limit says that it is one: for the
 * thousands that PostgreSQL expects of a range it would read all organizations as well. The order keeps it to that key.
 */
const places = `
  left join lateral (
    select * from members
    where (organization_id, account_id) >= (given.wanted, a.id) and (organization_id, account_id) <= (given.wanted, a.id)
    order by organization_id, account_id limit 1
  ) m on true
  left join organizations o on o.id = m.organization_id`;

/** Each as one text, since a hundred may be asked about: an object takes several times as long to write. */
const others = `(
    select json_agg(n.id || ' ' || ${statusNowText("n")} || ' ' || n.role) from members n
    where n.organization_id = m.organization_id and n.id = any (string_to_array(given.others, ',')::uuid[])
  ) as others`;

/**
 * Plain rows: PostgreSQL takes a quarter less for a place than when it writes it as JSON, and the driver reads its columns
 * in the same time.
 */
const inPlaces = named(
  "authenticate_together",
  `select given.place, ${ofPerson}, ${ofPlace} from ${persons} ${places}`,
);

const withOthers = named(
  "authenticate_others",
  `select given.place, ${ofPerson}, ${ofPlace}, ${others} from ${persons} ${places}`,
);

/** Where nobody asks about an organization. */
const alone = named("authenticate_persons", `select given.place, ${ofPerson} from ${persons}`);

type Found = AuthenticationRow & { readonly place: number };

const statementOf = (questions: readonly Question[]) =>
  questions.some(({ organizationId }) => organizationId !== null) ? inPlaces : alone;

type Lookup = Together<Question, Authentication | null>;

/** The statement about others costs nearly twice as much before its first question: fewer of it go. */
const leastWithOthers = 16;

/** Questions about hundreds of others have statements of their own, so that nobody else waits for these. */
interface Lookups {
  readonly callers: Lookup;
  readonly withOthers: Lookup;
}

const lookupsOf = (pools: Pools): Lookups => ({
  callers: new Together((questions) => find(pools, statementOf(questions), questions)),
  withOthers: new Together((questions) => find(pools, withOthers, questions), leastWithOthers),
});

async function find(
  { systemPool }: Pools,
  statement: pg.QueryConfig,
  questions: readonly Question[],
): Promise<(Authentication | null)[]> {
  const digests = questions.map(({ tokenDigest }) => tokenDigest).join(",");
  const wanted = questions.map(({ organizationId }) => organizationId ?? "").join(",");
  const asked = questions.map((one) => one.others.join(",")).join(";");
  const values = [digests, wanted, asked];
  const { rows } = await systemPool.query<Found>(statement, values);
  const answers = questions.map((): Authentication | null => null);
  for (const row of rows) answers[row.place - 1] = authenticationOf(row);
  return answers;
}

const lookups = new WeakMap<Pools, Lookups>();

/**
 * Finds who is behind a token without a connection: for what sets its scope later or needs none. With it the standing of
 * `others` in that organization, whoever asks: that they may know it, `member.view`, is for the caller to check.
 */
export function authenticateTogether(
  pools: Pools,
  tokenDigest: string,
  organizationId: string | null,
  asked: readonly string[] = [],
): Promise<Authentication | null> {
  const known = lookups.get(pools) ?? lookupsOf(pools);
  lookups.set(pools, known);
  const lookup = asked.length > 0 ? known.withOthers : known.callers;
  return lookup.ask({ tokenDigest, organizationId, others: asked });
}
