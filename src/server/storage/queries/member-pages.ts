import type { Member } from "#contract/entities/member.ts";
import type { Input } from "#contract/operations.ts";
import { endsSoonPeriod } from "#domain/accessEnd.ts";
import { sql, type RawBuilder } from "kysely";
import type { Db } from "../database.ts";
import { containing } from "./containing.ts";
import { anyOf } from "./any-of.ts";
import { isoOf } from "../types.ts";

export type MemberFilter = Pick<Input<"member.list">, "search" | "role" | "status" | "ends">;
export type MemberOrder = Pick<Input<"member.list">, "sort" | "direction">;

/** The last row of a page. `seen` (microseconds since 1970) fixes a place that moves whenever that person is here. */
export interface MemberPlace {
  readonly id: string;
  readonly seen: number;
}

export interface MemberPage {
  /** With one more than was asked for, where there is one. */
  readonly items: readonly (Member & { readonly seen: number })[];
  /** How many match a search or filter; null where it was not counted. */
  readonly matching: number | null;
}

/** A member as the contract has it; instants come as text. */
const columns = [
  "id",
  "organization_id as organizationId",
  "account_id as accountId",
  "name",
  "email",
  "role",
  "status",
  sql<string>`joined_at::text`.as("joinedAt"),
  sql<string | null>`last_seen_at::text`.as("lastSeenAt"),
  sql<string | null>`removed_at::text`.as("removedAt"),
  "left_themselves as left",
  sql<string | null>`access_until::text`.as("accessUntil"),
  "two_factor as twoFactor",
] as const;

type Instants = Pick<Member, "joinedAt" | "lastSeenAt" | "removedAt" | "accessUntil">;

/** Instants in the form of the contract; the rest is in it already. */
const inIso = <Row extends Instants>(row: Row): Row => ({
  ...row,
  joinedAt: isoOf(row.joinedAt),
  lastSeenAt: row.lastSeenAt === null ? null : isoOf(row.lastSeenAt),
  removedAt: row.removedAt === null ? null : isoOf(row.removedAt),
  accessUntil: row.accessUntil === null ? null : isoOf(row.accessUntil),
});

/** Where a row stands in the order of when people were here. Other orders have no use for it. */
const seen = sql<number>`(extract(epoch from last_seen_key) * 1000000)::bigint`;

/**
 * The limit of the usual page and one more, and the status, are written out where nothing else narrows the team: for
 * other limits PostgreSQL thinks that a plan of its own pays, and making it takes longer than reading the page.
 */
const usual = 51;

/** The columns of each order; every one ends with the id, so that no two rows share a place. */
const keys = {
  name: ["name_key", "id"],
  email: ["email_key", "id"],
  role: ["role", "name_key", "id"],
  joinedAt: ["joined_at", "id"],
  lastSeenAt: ["last_seen_key", "id"],
} as const satisfies Record<MemberOrder["sort"], readonly string[]>;

const isNarrowed = ({ role, ends, search = "" }: MemberFilter): boolean =>
  role !== undefined || ends !== undefined || search !== "";

function filtered(db: Db, organizationId: string, filter: MemberFilter) {
  const { search, role, status, ends } = filter;
  let query = db
    .selectFrom("team_members")
    .where("organization_id", "=", organizationId)
    .where("status", "=", isNarrowed(filter) ? status : sql.lit(status));
  if (role !== undefined) query = query.where("role", "=", anyOf(role));
  if (ends !== undefined) {
    query = query.where(
      "access_until",
      "<=",
      sql<Date>`now() + ${endsSoonPeriod / 1000}::float8 * interval '1 second'`,
    );
  }
  if (search !== undefined && search !== "") {
    query = query.where("search_key", "like", containing(search));
  }
  return query;
}

/** A value of the row after which a page starts. Read where it is: a name may be longer than a cursor. */
function valueAt(column: (typeof keys)[MemberOrder["sort"]][number], after: MemberPlace): RawBuilder<unknown> {
  if (column === "id") return sql`${after.id}::uuid`;
  if (column === "last_seen_key") return sql`timestamptz 'epoch' + ${after.seen}::bigint * interval '1 microsecond'`;
  return sql`(select ${sql.ref(column)} from team_members where id = ${after.id}::uuid)`;
}

/**
 * One page of the team in one query, in the order of an index. `matching` is counted for first pages with a search
 * or a role filter alone.
 */
export async function memberPage(
  db: Db,
  organizationId: string,
  filter: MemberFilter,
  order: MemberOrder,
  page: { readonly after: MemberPlace | null; readonly limit: number },
): Promise<MemberPage> {
  const place = keys[order.sort];
  const { after } = page;
  const narrowed = isNarrowed(filter);
  let query = filtered(db, organizationId, filter)
    .select(columns)
    .select((order.sort === "lastSeenAt" ? seen : sql<number>`0`).as("seen"))
    .limit(page.limit === usual && !narrowed ? sql.lit(usual) : page.limit);
  for (const column of place) query = query.orderBy(column, order.direction === "ascending" ? "asc" : "desc");
  if (after !== null) {
    const here = sql.join(place.map((column) => sql.ref(column)));
    const there = sql.join(place.map((column) => valueAt(column, after)));
    query = query.where(sql<boolean>`(${here}) ${sql.raw(order.direction === "ascending" ? ">" : "<")} (${there})`);
  }
  if (after !== null || !narrowed) return { items: (await query.execute()).map(inIso), matching: null };
  const counted = filtered(db, organizationId, filter).select((eb) => eb.fn.countAll<number>().as("rows"));
  const rows = await query.select(counted.as("matching")).execute();
  return { items: rows.map(inIso), matching: rows[0]?.matching ?? 0 };
}

/** Members of a status that no counter of the organization keeps. */
export async function countMembers(db: Db, organizationId: string, status: MemberFilter["status"]): Promise<number> {
  const counted = filtered(db, organizationId, { status }).select((eb) => eb.fn.countAll<number>().as("rows"));
  return (await counted.executeTakeFirstOrThrow()).rows;
}
