import type { Person, PersonMembership } from "#contract/entities/people.ts";
import type { SnapshotMember } from "#contract/entities/snapshot.ts";
import { isOwnerClass, type Policy } from "#domain/policy/policy.ts";
import { searchKey, sortKey } from "#domain/searchKey.ts";
import type { OrganizationRows } from "../worker/rows.ts";

/** Somebody's place in one organization, with what filters ask of it. */
export interface Membership extends PersonMembership {
  readonly ownerClass: boolean;
}

/** A person over some organizations, with the keys that lists are ordered and searched by. */
export interface Gathered extends Omit<Person, "memberships"> {
  readonly memberships: readonly Membership[];
  readonly nameKey: string;
  readonly emailKey: string;
  readonly searchKey: string;
  /** Microseconds since 1970, as the server's cursors have it; 0 for never. */
  readonly seen: number;
  /** In how many of them they are now. */
  readonly organizations: number;
}

interface Kept {
  readonly of: readonly OrganizationRows[];
  readonly people: readonly Gathered[];
}

/** Of the rows that are in memory now: under the first of them, so that it goes when they go. */
const kept = new WeakMap<OrganizationRows, Kept>();

/** Everybody over some organizations, gathered once for as long as their rows stay the same. */
export function gatheredFrom(places: readonly OrganizationRows[]): readonly Gathered[] {
  const [first] = places;
  if (first === undefined) return [];
  const known = kept.get(first);
  if (known?.of.length === places.length && known.of.every((rows, index) => rows === places[index]))
    return known.people;
  const people = gather(places);
  kept.set(first, { of: places, people });
  return people;
}

interface Place {
  readonly member: SnapshotMember;
  readonly ownerClass: boolean;
}

function gather(places: readonly OrganizationRows[]): Gathered[] {
  const byAccount = new Map<string, Place[]>();
  for (const rows of places) {
    const ownerClass = ownerClassIn(rows.policy);
    for (const member of rows.members().rows) {
      const place = { member, ownerClass: ownerClass(member.role) };
      const known = byAccount.get(member.accountId);
      if (known === undefined) byAccount.set(member.accountId, [place]);
      else known.push(place);
    }
  }
  return [...byAccount.values()].flatMap((found) => (found[0] === undefined ? [] : [gathered(found[0], found)]));
}

/** Of 100,000 people few have changed; who has not is taken as they were. */
const people = new WeakMap<SnapshotMember, { readonly found: readonly Place[]; readonly person: Gathered }>();

function gathered(first: Place, found: readonly Place[]): Gathered {
  const known = people.get(first.member);
  if (known?.found.length === found.length && known.found.every((place, index) => isSame(place, found[index])))
    return known.person;
  const person = personAt(first, found);
  people.set(first.member, { found, person });
  return person;
}

const isSame = (a: Place, b: Place | undefined): boolean => a.member === b?.member && a.ownerClass === b.ownerClass;

function personAt({ member: { accountId, name, email, twoFactor } }: Place, found: readonly Place[]): Gathered {
  const memberships = found
    .map(({ member, ownerClass }): Membership => {
      const { organizationId, id: memberId, role, status, lastSeenAt, joinedAt } = member;
      return { organizationId, memberId, role, status, lastSeenAt, joinedAt, ownerClass };
    })
    .sort((a, b) => (a.organizationId < b.organizationId ? -1 : 1));
  const lastSeenAt = memberships.reduce((last: string | null, each) => later(last, each.lastSeenAt), null);
  const keys = { nameKey: sortKey(name), emailKey: sortKey(email), searchKey: searchKey(`${name} ${email}`) };
  const seen = lastSeenAt === null ? 0 : Date.parse(lastSeenAt) * 1000;
  const organizations = memberships.filter(({ status }) => status !== "removed").length;
  return { accountId, name, email, twoFactor, lastSeenAt, memberships, ...keys, seen, organizations };
}

/** The same question is asked of every member. */
function ownerClassIn(policy: Policy): (role: string) => boolean {
  const known = new Map<string, boolean>();
  return (role) => {
    const answer = known.get(role) ?? isOwnerClass(policy, role);
    known.set(role, answer);
    return answer;
  };
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
