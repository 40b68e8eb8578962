import { answered } from "#contract/answer.ts";
import type { Person } from "#contract/entities/people.ts";
import type { Input } from "#contract/operations.ts";
import { decodeCursor, encodeCursor } from "#domain/cursor.ts";
import { searchKey } from "#domain/searchKey.ts";
import type { AccountAnswer } from "./answer.ts";
import { foreignCursor, invalid, searchOf } from "./faults.ts";
import { gatheredFrom, type Gathered, type Membership } from "./gathered.ts";
import { managedBy } from "./managed.ts";
import { isId, scopeOf } from "./places.ts";

type Asked = Input<"people.list">;

/** What one membership must be, all at once. */
const membershipMatches =
  ({ client, role, status }: Asked) =>
  (membership: Membership): boolean =>
    status.includes(membership.status) &&
    (client === undefined || client.includes(membership.organizationId)) &&
    (role === undefined || role.includes(membership.role) || (membership.ownerClass && role.includes("ownerClass")));

/** What the person must be; their latest visit is over every membership that is shown. */
function personMatches(asked: Asked, text: string): (person: Gathered) => boolean {
  const { seen, seenAt, twoFactor, person: only } = asked;
  const wanted = searchKey(text);
  const at = seenAt === undefined ? 0 : Date.parse(seenAt);
  return ({ accountId, lastSeenAt, memberships, searchKey: searched, twoFactor: has }) =>
    (only === undefined || only === accountId) &&
    memberships.some(membershipMatches(asked)) &&
    (seen !== "never" || lastSeenAt === null) &&
    (seen !== "before" || (lastSeenAt !== null && Date.parse(lastSeenAt) < at)) &&
    (seen !== "since" || (lastSeenAt !== null && Date.parse(lastSeenAt) >= at)) &&
    (twoFactor === undefined || has === (twoFactor === "yes")) &&
    (text === "" || searched.includes(wanted));
}

const keyOf: { readonly [Sort in Asked["sort"]]: (person: Gathered) => string | number } = {
  name: ({ nameKey }) => nameKey,
  email: ({ emailKey }) => emailKey,
  lastSeenAt: ({ seen }) => seen,
  organizations: ({ organizations }) => organizations,
};

/** What a cursor remembers beside the id: names and addresses are read where they are. */
const valueOf = (sort: Asked["sort"], person: Gathered): number => {
  if (sort === "organizations") return person.organizations;
  return sort === "lastSeenAt" ? person.seen : 0;
};

interface Place {
  readonly id: string;
  readonly value: number;
  readonly total: number;
}

function placeIn(scope: string, cursor: string): Place | null {
  const [id, value, total] = decodeCursor(scope, cursor) ?? [];
  if (!isId(id) || !Number.isSafeInteger(value) || !Number.isSafeInteger(total)) return null;
  return { id, value: Number(value), total: Number(total) };
}

const listPeople: AccountAnswer<"people.list"> = (kept, input) => {
  if (kept.organizations === null || kept.account === null) return null;
  const { client, role, status, seen, seenAt, twoFactor, person, sort, direction, cursor, limit } = input;
  if ((seen === "before" || seen === "since") !== (seenAt !== undefined)) {
    return invalid("seenAt", "seenAt", "Goes with 'before' and 'since', and they with it");
  }
  const search = searchOf(input.search);
  if ("fault" in search) return search.fault;
  const filters = [search.text, client, role, status, seen, seenAt, twoFactor, person, sort, direction];
  const scope = scopeOf("people", [kept.account.id, ...filters]);
  const after = cursor === undefined ? undefined : placeIn(scope, cursor);
  if (after === null) return foreignCursor();
  const everybody = gatheredFrom(managedBy(kept, kept.organizations));
  const passes = personMatches(input, search.text);
  const step = direction === "ascending" ? 1 : -1;
  const key = keyOf[sort];
  const compare = (a: readonly [string | number, string], b: readonly [string | number, string]) =>
    a[0] === b[0] ? step * (a[1] < b[1] ? -1 : a[1] === b[1] ? 0 : 1) : step * (a[0] < b[0] ? -1 : 1);
  const matching = everybody.filter(passes).sort((a, b) => compare([key(a), a.accountId], [key(b), b.accountId]));
  const from = after === undefined ? 0 : startAfter(matching, everybody, after, sort, compare);
  const items = matching.slice(from, from + limit);
  const last = items.at(-1);
  const total = after?.total ?? everybody.length;
  const more = matching.length > from + limit && last !== undefined;
  return answered({
    items: items.map(personOf),
    next: more ? encodeCursor(scope, [last.accountId, valueOf(sort, last), total]) : null,
    total,
    matching: after === undefined ? matching.length : null,
  });
};

/** Where the people beyond a place begin. One whose name is no more ends the list. */
function startAfter(
  matching: readonly Gathered[],
  everybody: readonly Gathered[],
  after: Place,
  sort: Asked["sort"],
  compare: (a: readonly [string | number, string], b: readonly [string | number, string]) => number,
): number {
  const byText = sort === "name" || sort === "email";
  const last = byText ? everybody.find(({ accountId }) => accountId === after.id) : undefined;
  if (byText && last === undefined) return matching.length;
  const place = [last === undefined ? after.value : keyOf[sort](last), after.id] as const;
  const found = matching.findIndex((person) => compare([keyOf[sort](person), person.accountId], place) > 0);
  return found === -1 ? matching.length : found;
}

const personOf = ({ accountId, name, email, lastSeenAt, twoFactor, memberships }: Gathered): Person => ({
  accountId,
  name,
  email,
  lastSeenAt,
  twoFactor,
  memberships: memberships.map(({ ownerClass: _ownerClass, ...membership }) => membership),
});

export const peopleAnswers = { "people.list": listPeople };
