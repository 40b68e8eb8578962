import type { Input } from "#contract/operations.ts";
import { endsSoonPeriod } from "#domain/accessEnd.ts";
import { sql, type RawBuilder } from "kysely";
import type { Db } from "../database.ts";
import { containing } from "./containing.ts";
import { anyOf } from "./any-of.ts";
import { memberColumns, type MemberRow } from "./members.ts";

export type MemberFilter = Pick<Input<"member.list">, "search" | "role" | "status" | "ends">;
export type MemberOrder = Pick<Input<"member.list">, "sort" | "direction">;

/** The last row of a page. `seen` (microseconds since 1970) fixes a place that moves whenever that person is here. */
export interface MemberPlace {
  readonly id: string;
  readonly seen: number;
}

export type PagedMember = MemberRow & { readonly seen: number; readonly matching: number | null };

/** The columns of each order; every one ends with the id, so that no two rows share a place. */
const keys = {
  name: ["name_key", "id"],
  email: ["email_key", "id"],
  role: ["role", "name_key", "id"],
  joinedAt: ["joined_at", "id"],
  lastSeenAt: ["last_seen_key", "id"],
} as const satisfies Record<MemberOrder["sort"], readonly string[]>;

function filtered(db: Db, organizationId: string, { search, role, status, ends }: MemberFilter) {
  let query = db.selectFrom("team_members").where("organization_id", "=", organizationId).where("status", "=", status);
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
): Promise<PagedMember[]> {
  const columns = keys[order.sort];
  const { after } = page;
  const narrowed =
    filter.role !== undefined || filter.ends !== undefined || (filter.search !== undefined && filter.search !== "");
  let query = filtered(db, organizationId, filter)
    .select(memberColumns)
    .select(sql<number>`(extract(epoch from last_seen_key) * 1000000)::bigint`.as("seen"))
    .limit(page.limit);
  for (const column of columns) query = query.orderBy(column, order.direction === "ascending" ? "asc" : "desc");
  if (after !== null) {
    const here = sql.join(columns.map((column) => sql.ref(column)));
    const there = sql.join(columns.map((column) => valueAt(column, after)));
    query = query.where(sql<boolean>`(${here}) ${sql.raw(order.direction === "ascending" ? ">" : "<")} (${there})`);
  }
  if (after !== null || !narrowed) return query.select(sql<null>`null`.as("matching")).execute();
  const counted = filtered(db, organizationId, filter).select((eb) => eb.fn.countAll<number>().as("rows"));
  return query.select(counted.as("matching")).execute();
}

/** Members of a status that no counter of the organization keeps. */
export async function countMembers(db: Db, organizationId: string, status: MemberFilter["status"]): Promise<number> {
  const counted = filtered(db, organizationId, { status }).select((eb) => eb.fn.countAll<number>().as("rows"));
  return (await counted.executeTakeFirstOrThrow()).rows;
}
