import type { MemberFacts } from "#domain/policy/decision.ts";
import type { Pools } from "../pools.ts";
import { Together } from "../together.ts";

interface Question {
  readonly organizationId: string;
  readonly ids: readonly string[];
}

const statement = {
  name: "standing_together",
  text: `select given.place, m.id as "memberId", m.role, m.status
    from unnest($1::int[], $2::uuid[], $3::uuid[]) as given (place, organization_id, id)
    join members m on m.organization_id = given.organization_id and m.id = given.id`,
};

/** A hundred members have few roles: one row for all who stand alike is less to read. */
const alike = {
  name: "standing_alike",
  text: `select role, status, string_agg(id::text, ',') as ids from members
    where organization_id = $1 and id = any ($2::uuid[]) group by role, status`,
};

/** From so many on, ids are asked about by a statement of their own. */
const many = 10;

type Alike = Pick<MemberFacts, "role" | "status"> & { readonly ids: string };

async function findMany({ systemPool }: Pools, { organizationId, ids }: Question): Promise<MemberFacts[]> {
  // Ids as one text: the driver would look at each of them for what to escape.
  const values = [organizationId, `{${ids.join(",")}}`];
  const { rows } = await systemPool.query<Alike>({ ...alike, values });
  return rows.flatMap(({ role, status, ids: found }) =>
    found.split(",").map((memberId) => ({ memberId, role, status })),
  );
}

async function find({ systemPool }: Pools, questions: readonly Question[]): Promise<MemberFacts[][]> {
  const flat = questions.flatMap(({ organizationId, ids }, place) => ids.map((id) => ({ place, organizationId, id })));
  const values = [flat.map(({ place }) => place), flat.map((one) => one.organizationId), flat.map(({ id }) => id)];
  const { rows } = await systemPool.query<MemberFacts & { place: number }>({ ...statement, values });
  const answers = questions.map((): MemberFacts[] => []);
  for (const { place, ...facts } of rows) answers[place]?.push(facts);
  return answers;
}

const lookups = new WeakMap<Pools, Together<Question, MemberFacts[]>>();

/**
 * What decisions need to know of some members of one organization; ids of nobody here are left out. What is asked
 * of a few at the same time, in whichever organizations, is one statement with the owner's rights: whoever asks has shown before that
 * they may see this organization's team.
 */
export function standingTogether(
  pools: Pools,
  organizationId: string,
  ids: readonly string[],
): Promise<readonly MemberFacts[]> {
  if (ids.length >= many) return findMany(pools, { organizationId, ids });
  const known = lookups.get(pools) ?? new Together((questions: readonly Question[]) => find(pools, questions));
  lookups.set(pools, known);
  return known.ask({ organizationId, ids });
}
