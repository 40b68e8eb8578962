import { randomOf, type Random } from "#server/sample/random.ts";
import { inventPerson, type SamplePerson } from "#server/sample/people.ts";
import type { SampleMember, SampleOrganization } from "#server/sample/agency.ts";

/** When all of the generated data begins. */
export const beginning = new Date("2024-11-01T08:00:00.000Z");

/** The person who asks: owner of every organization. */
export const inventAsker = (): SamplePerson => inventPerson(randomOf(7), 0, "asker.example", beginning);

const minute = 60_000;

function memberOf(random: Random, person: SamplePerson, index: number): SampleMember {
  const joinedAt = new Date(beginning.getTime() + index * minute);
  const role = index === 0 ? "owner" : index % 20 === 1 ? "admin" : "member";
  const lastSeenAt = index % 10 === 9 ? null : new Date(joinedAt.getTime() + random.below(1_000_000) * minute);
  const id = random.id(joinedAt);
  return { id, person, role, ownerClass: index === 0, status: "active", joinedAt, lastSeenAt, removedAt: null };
}

/** An organization of exactly so many members, of which the asker is the first. */
export function inventOrganization(slug: string, size: number, asker: SamplePerson): SampleOrganization {
  const random = randomOf(size * 31 + slug.length);
  const others = Array.from({ length: size - 1 }, (_, index) =>
    inventPerson(random, index + 1, `${slug}.example`, beginning),
  );
  const owner = memberOf(random, asker, 0);
  const rest = others.map((person, index) => memberOf(random, person, index + 1));
  return {
    id: random.id(beginning),
    name: slug,
    slug,
    preset: "agency",
    createdAt: beginning,
    members: [owner, ...rest],
  };
}
