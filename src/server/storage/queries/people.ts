import type { Person, PersonMembership } from "#contract/entities/people.ts";
import type { Input } from "#contract/operations.ts";
import { sql, type RawBuilder } from "kysely";
import type { Db } from "../database.ts";
import { anyIdOf, anyOf } from "./any-of.ts";
import { containing } from "./containing.ts";

type Asked = Input<"people.list">;
export type PeopleFilter = Pick<Asked, "client" | "role" | "status" | "seen" | "seenAt" | "twoFactor" | "person"> & {
  readonly search: string;
};
export type PeopleOrder = Pick<Asked, "sort" | "direction">;

/** The last row of a page. `value`: microseconds since 1970 or a count; names and addresses are read where they are. */
export interface PeoplePlace {
  readonly id: string;
  readonly value: number;
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly seen_at: Date | null;
  readonly two_factor: boolean;
  readonly memberships: readonly PersonMembership[];
  readonly value: number;
}

type IndexedSort = Exclude<PeopleOrder["sort"], "organizations">;

/** The column of a membership that each order follows, in an index of each organization. */
const columns = {
  name: "m.name_key",
  email: "m.email_key",
  lastSeenAt: "m.last_seen_key",
} as const satisfies Record<IndexedSort, string>;

function placeOf(sort: PeopleOrder["sort"], { id, value }: PeoplePlace): RawBuilder<unknown> {
  if (sort === "name") return sql`((select orgdesk_fold(name) from accounts where id = ${id}::uuid) collate "C")`;
  if (sort === "email") return sql`((select orgdesk_fold(email) from accounts where id = ${id}::uuid) collate "C")`;
  if (sort === "organizations") return sql`${value}::bigint`;
  return sql`(timestamptz 'epoch' + ${value}::bigint * interval '1 microsecond')`;
}

const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

/** What one membership of the person must be, all at once. */
function membershipMatches({ client, role, status }: PeopleFilter, alias: "m" | "x" = "m"): RawBuilder<unknown> {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  const roles = role?.filter((key) => key !== "ownerClass") ?? [];
  const owners = role?.includes("ownerClass") === true;
  return all([
    sql`${of("status")} = ${anyOf(status)}`,
    ...(client === undefined ? [] : [sql`${of("organization_id")} = ${anyIdOf(client)}`]),
    ...(role === undefined
      ? []
      : [sql`(${of("role")} = ${anyOf(roles)} or (${owners}::boolean and ${of("owner_class")}))`]),
  ]);
}

/** What the person must be; the latest visit is over every membership that is shown. */
function personMatches({ seen, seenAt }: PeopleFilter): RawBuilder<unknown>[] {
  if (seen === "never") return [sql`max(m.last_seen_at) is null`];
  if (seenAt === undefined) return [];
  // As an instant: PostgreSQL does not read every year that ISO 8601 has a text for.
  const then = sql`${new Date(seenAt)}::timestamptz`;
  if (seen === "before") return [sql`max(m.last_seen_at) < ${then}`];
  return seen === "since" ? [sql`max(m.last_seen_at) >= ${then}`] : [];
}

function rowMatches({ search, twoFactor, person }: PeopleFilter): RawBuilder<unknown>[] {
  return [
    ...(person === undefined ? [] : [sql`m.account_id = ${person}::uuid`]),
    ...(search === "" ? [] : [sql`m.search_key like ${containing(search)}`]),
    ...(twoFactor === undefined
      ? []
      : [
          sql`(m.account_id in (select id from accounts where two_factor_since is not null))
            = ${twoFactor === "yes"}::boolean`,
        ]),
  ];
}

/** The person's other memberships among those that are shown. */
const others = (organizationIds: readonly string[]): RawBuilder<unknown> =>
  sql`members x where x.account_id = m.account_id and x.organization_id = ${anyIdOf(organizationIds)}`;

/** One row for each person who passes the filter, with the value of an order that no index of a membership keeps. */
function counted(organizationIds: readonly string[], filter: PeopleFilter): RawBuilder<unknown> {
  const having = all([sql`bool_or(${membershipMatches(filter)})`, ...personMatches(filter)]);
  return sql`
    select m.account_id, count(*) filter (where m.status <> 'removed') as key
    from members m
    where ${all([sql`m.organization_id = ${anyIdOf(organizationIds)}`, ...rowMatches(filter)])}
    group by m.account_id having ${having}`;
}

/**
 * The first people of each organization after a place, along its index: whoever is among the first of all is among the
 * first of one of theirs. For the latest visit a person stands where it was.
 */
function nearest(
  organizationIds: readonly string[],
  filter: PeopleFilter,
  { sort, direction }: PeopleOrder & { readonly sort: IndexedSort },
  { after, limit }: { readonly after: PeoplePlace | null; readonly limit: number },
): RawBuilder<unknown> {
  const key = sql.ref(columns[sort]);
  const [order, beyond] = direction === "ascending" ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`];
  const mine = membershipMatches(filter);
  const person = personMatches(filter).map(
    (holds) => sql`(select ${holds} from (select x.* from ${others(organizationIds)}) m)`,
  );
  const isLatest = sql`not exists (select from ${others(organizationIds)}
    and (x.last_seen_key, x.organization_id) > (m.last_seen_key, m.organization_id))`;
  const anyMatches = sql`(${mine} or exists (select from ${others(organizationIds)} and ${membershipMatches(filter, "x")}))`;
  const conditions = [
    sql`m.organization_id = o.id`,
    ...(after === null
      ? []
      : [
          sql`${key} ${beyond}= ${placeOf(sort, after)}`,
          sql`(${key}, m.account_id) ${beyond} (${placeOf(sort, after)}, ${after.id}::uuid)`,
        ]),
    ...rowMatches(filter),
    ...(sort === "lastSeenAt" ? [anyMatches, isLatest] : [mine]),
    ...person,
  ];
  return sql`
    select distinct near.account_id, near.key from unnest(${[...organizationIds]}::uuid[]) as o (id)
    cross join lateral (
      select m.account_id, ${key} as key from members m where ${all(conditions)}
      order by ${key} ${order}, m.account_id ${order} limit ${limit}
    ) near`;
}

/** One page of the people of these organizations in one statement. Needs the owner's rights: the ids are the wall. */
export async function peoplePage(
  system: Db,
  organizationIds: readonly string[],
  filter: PeopleFilter,
  { sort, direction }: PeopleOrder,
  page: { readonly after: PeoplePlace | null; readonly limit: number },
): Promise<PersonRow[]> {
  const { after, limit } = page;
  const [order, beyond] = direction === "ascending" ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`];
  const isCounted = sort === "organizations";
  const isLater =
    after === null || !isCounted
      ? sql`true`
      : sql`(p.key, p.account_id) ${beyond} (${placeOf(sort, after)}, ${after.id}::uuid)`;
  const people = isCounted
    ? counted(organizationIds, filter)
    : nearest(organizationIds, filter, { sort, direction }, page);
  const { rows } = await sql<PersonRow>`
    with people as materialized (${people}), page as (
      select p.* from people p where ${isLater} order by p.key ${order}, p.account_id ${order} limit ${limit}
    )
    ${shown(organizationIds, sort)} order by p.key ${order}, p.account_id ${order}`.execute(system);
  return rows;
}

/** The rows of a page with everything that is shown of them. */
const shown = (organizationIds: readonly string[], sort: PeopleOrder["sort"]): RawBuilder<unknown> => sql`
  select p.account_id as id, a.name, a.email, shown.seen_at, a.two_factor_since is not null as two_factor,
    ${cursorValue(sort)} as value, shown.memberships
  from page p join accounts a on a.id = p.account_id
  cross join lateral (
    select json_agg(json_build_object('organizationId', m.organization_id, 'memberId', m.id, 'role', m.role,
      'status', m.status, 'lastSeenAt', m.last_seen_at, 'joinedAt', m.joined_at) order by m.organization_id)
      as memberships, max(m.last_seen_at) as seen_at
    from members m where m.account_id = p.account_id and m.organization_id = ${anyIdOf(organizationIds)}
  ) shown`;

function cursorValue(sort: PeopleOrder["sort"]): RawBuilder<unknown> {
  if (sort === "organizations") return sql`p.key`;
  return sort === "lastSeenAt" ? sql`(extract(epoch from p.key) * 1000000)::bigint` : sql`0::bigint`;
}

/** How many people there are, and how many pass the filter. Counted for first pages alone. */
export async function countPeople(
  system: Db,
  organizationIds: readonly string[],
  filter: PeopleFilter,
): Promise<{ readonly total: number; readonly matching: number }> {
  const matches = all([
    sql`bool_or(${all([membershipMatches(filter), ...rowMatches(filter)])})`,
    ...personMatches(filter),
  ]);
  const { rows } = await sql<{ total: number; matching: number }>`
    select count(*) as total, count(*) filter (where matches) as matching from (
      select ${matches} as matches from members m where m.organization_id = ${anyIdOf(organizationIds)}
      group by m.account_id
    ) people`.execute(system);
  return rows[0] ?? { total: 0, matching: 0 };
}

const inUtc = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());

export const personOf = (row: PersonRow): Person => ({
  accountId: row.id,
  name: row.name,
  email: row.email,
  lastSeenAt: row.seen_at?.toISOString() ?? null,
  twoFactor: row.two_factor,
  memberships: row.memberships.map((one) => ({
    ...one,
    lastSeenAt: inUtc(one.lastSeenAt),
    joinedAt: new Date(one.joinedAt).toISOString(),
  })),
});
