import type { Person, PersonMembership } from "#contract/entities/people.ts";
import type { Input } from "#contract/operations.ts";
import { sql, type RawBuilder } from "kysely";
import type { Db } from "../../dispatch/contexts.ts";
import { anyIdOf, anyOf } from "./any-of.ts";
import { containing } from "./containing.ts";

type Asked = Input<"people.list">;
export type PeopleFilter = Pick<Asked, "client" | "role" | "status" | "seen" | "seenAt" | "twoFactor"> & {
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
  readonly matching: number | null;
}

const keys: Readonly<Record<PeopleOrder["sort"], RawBuilder<unknown>>> = {
  name: sql`min(m.name_key)`,
  email: sql`min(m.email_key)`,
  lastSeenAt: sql`max(m.last_seen_key)`,
  organizations: sql`count(*) filter (where m.status <> 'removed')`,
};

function placeOf(sort: PeopleOrder["sort"], { id, value }: PeoplePlace): RawBuilder<unknown> {
  if (sort === "name") return sql`(select orgdesk_fold(name) from accounts where id = ${id}::uuid) collate "C"`;
  if (sort === "email") return sql`(select orgdesk_fold(email) from accounts where id = ${id}::uuid) collate "C"`;
  if (sort === "organizations") return sql`${value}::bigint`;
  return sql`timestamptz 'epoch' + ${value}::bigint * interval '1 microsecond'`;
}

const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

/** What one membership of the person must be, all at once. */
function membershipMatches({ client, role, status }: PeopleFilter): RawBuilder<unknown> {
  const roles = role?.filter((key) => key !== "ownerClass") ?? [];
  const owners = role?.includes("ownerClass") === true;
  return all([
    sql`m.status = ${anyOf(status)}`,
    ...(client === undefined ? [] : [sql`m.organization_id = ${anyIdOf(client)}`]),
    ...(role === undefined ? [] : [sql`(m.role = ${anyOf(roles)} or (${owners}::boolean and m.owner_class))`]),
  ]);
}

/** What the person must be; the latest visit is over every membership that is shown. */
function personMatches({ seen, seenAt }: PeopleFilter): RawBuilder<unknown>[] {
  if (seen === "never") return [sql`max(m.last_seen_at) is null`];
  if (seen === "before") return [sql`max(m.last_seen_at) < ${seenAt}::timestamptz`];
  if (seen === "since") return [sql`max(m.last_seen_at) >= ${seenAt}::timestamptz`];
  return [];
}

function rowMatches({ search, twoFactor }: PeopleFilter): RawBuilder<unknown>[] {
  return [
    ...(search === "" ? [] : [sql`m.search_key like ${containing(search)}`]),
    ...(twoFactor === undefined
      ? []
      : [
          sql`exists (select from accounts a where a.id = m.account_id
            and (a.two_factor_since is not null) = ${twoFactor === "yes"}::boolean)`,
        ]),
  ];
}

/** One page of the people of these organizations in one statement. Needs the owner's rights: the ids are the wall. */
export async function peoplePage(
  system: Db,
  organizationIds: readonly string[],
  filter: PeopleFilter,
  { sort, direction }: PeopleOrder,
  { after, limit }: { readonly after: PeoplePlace | null; readonly limit: number },
): Promise<PersonRow[]> {
  const order = sql.raw(direction === "ascending" ? "asc" : "desc");
  const beyond = sql.raw(direction === "ascending" ? ">" : "<");
  const isLater =
    after === null ? sql`true` : sql`(p.key, p.account_id) ${beyond} (${placeOf(sort, after)}, ${after.id}::uuid)`;
  const having = all([sql`bool_or(${membershipMatches(filter)})`, ...personMatches(filter)]);
  const { rows } = await sql<PersonRow>`
    with people as materialized (
      select m.account_id, ${keys[sort]} as key, max(m.last_seen_at) as seen_at
      from members m
      where ${all([sql`m.organization_id = ${anyIdOf(organizationIds)}`, ...rowMatches(filter)])}
      group by m.account_id having ${having}
    ), page as (
      select p.*, ${after === null ? sql`(select count(*) from people)` : sql`null::bigint`} as matching
      from people p where ${isLater} order by p.key ${order}, p.account_id ${order} limit ${limit}
    )
    ${shown(organizationIds, sort)} order by p.key ${order}, p.account_id ${order}`.execute(system);
  return rows;
}

/** The rows of a page with everything that is shown of them. */
const shown = (organizationIds: readonly string[], sort: PeopleOrder["sort"]): RawBuilder<unknown> => sql`
  select p.account_id as id, a.name, a.email, p.seen_at, p.matching, a.two_factor_since is not null as two_factor,
    ${cursorValue(sort)} as value, shown.memberships
  from page p join accounts a on a.id = p.account_id
  cross join lateral (
    select json_agg(json_build_object('organizationId', m.organization_id, 'memberId', m.id, 'role', m.role,
      'status', m.status, 'lastSeenAt', m.last_seen_at, 'joinedAt', m.joined_at) order by m.organization_id)
      as memberships
    from members m where m.account_id = p.account_id and m.organization_id = ${anyIdOf(organizationIds)}
  ) shown`;

function cursorValue(sort: PeopleOrder["sort"]): RawBuilder<unknown> {
  if (sort === "organizations") return sql`p.key`;
  return sort === "lastSeenAt" ? sql`(extract(epoch from p.key) * 1000000)::bigint` : sql`0::bigint`;
}

export async function countPeople(system: Db, organizationIds: readonly string[]): Promise<number> {
  const { people } = await system
    .selectFrom("members")
    .select((eb) => eb.fn.count<number>("account_id").distinct().as("people"))
    .where("organization_id", "=", anyIdOf(organizationIds))
    .executeTakeFirstOrThrow();
  return people;
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
