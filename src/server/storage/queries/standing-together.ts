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
 * What decisions need to know of some members of one organization; ids of nobody here are left out. What is asked at the
 * same time, of whichever organizations, is one statement with the owner's rights: whoever asks has shown before that
 * they may see this organization's team.
 */
export function standingTogether(
  pools: Pools,
  organizationId: string,
  ids: readonly string[],
): Promise<readonly MemberFacts[]> {
  const known = lookups.get(pools) ?? new Together((questions: readonly Question[]) => find(pools, questions));
  lookups.set(pools, known);
  return known.ask({ organizationId, ids });
}
