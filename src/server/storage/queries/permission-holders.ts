import { sql } from "kysely";
import { hasAccess } from "../access-now.ts";
import type { Db } from "../database.ts";
import { containing } from "./containing.ts";

/** Roles of one organization whose holders are asked for; `place` is its position in the order of the list. */
export interface RolesOf {
  readonly organizationId: string;
  readonly roles: readonly string[];
}

export interface HolderRow {
  readonly organization_id: string;
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly last_seen_at: Date | null;
  /** Of its organization, whatever the search; null where this page has all of them. */
  readonly holders: number | null;
}

/** After this member of this organization, where it is among those asked for. */
export interface HolderPlace {
  readonly organizationId: string;
  readonly memberId: string;
}

const pairs = (asked: readonly RolesOf[]) => {
  const flat = asked.flatMap(({ organizationId, roles }, place) =>
    roles.map((role) => ({ organizationId, role, place })),
  );
  return sql`unnest(${flat.map(({ organizationId }) => organizationId)}::uuid[], ${flat.map(({ role }) => role)}::text[],
    ${flat.map(({ place }) => place)}::int[]) as p (organization_id, role, place)`;
};

/**
 * Active holders of these roles in the order of the organizations, then by name: one look into the index for each role.
 * With each, how many active holders its organization has, whatever the search: without one only the first and the last
 * are counted, since those between are wholly on the page; along the index, less those few whose access is over. Across organizations, so with the
 * owner's rights; an organization in which the person who asks is not active gives nobody, whatever was asked for. That
 * membership is found by its whole key, as in `authenticate_together`: a kept plan takes the index of accounts for two
 * equalities, and compares all memberships of a person with all organizations.
 */
export async function holderPage(
  system: Db,
  accountId: string,
  asked: readonly RolesOf[],
  page: { readonly search: string; readonly after: HolderPlace | null; readonly limit: number },
): Promise<HolderRow[]> {
  if (asked.length === 0) return [];
  const { search, after, limit } = page;
  const found = search === "" ? sql`true` : sql`m.search_key like ${containing(search)}`;
  const counted =
    search === ""
      ? sql`in ((select min(place) from page), (select max(place) from page))`
      : sql`= any (array(select place from page))`;
  const later =
    after === null
      ? sql`true`
      : sql`(p.organization_id <> ${after.organizationId}::uuid or (m.name_key, m.id) > (
          (select name_key from members where organization_id = ${after.organizationId}::uuid
            and id = ${after.memberId}::uuid), ${after.memberId}::uuid))`;
  const { rows } = await sql<HolderRow>`
    with p as (select * from ${pairs(asked)}),
    page as (
      select p.place, h.* from p
      cross join lateral (
        select 1 from members
        where (organization_id, account_id) >= (p.organization_id, ${accountId}::uuid)
          and (organization_id, account_id) <= (p.organization_id, ${accountId}::uuid) and status = 'active'
        order by organization_id, account_id limit 1
      ) mine
      cross join lateral (
        select m.organization_id, m.id, m.account_id, m.name, m.name_key, m.email, m.role, m.last_seen_at from members m
        where m.organization_id = p.organization_id and m.role = p.role and ${hasAccess("m")} and ${found}
          and ${later}
        order by m.name_key, m.id limit ${limit}
      ) h
      order by p.place, h.name_key, h.id limit ${limit}
    ),
    totals as (
      select p.place, sum(h.holders)::int as holders from p
      cross join lateral (
        select count(*) - (
          select count(*) from members e
          where e.organization_id = p.organization_id and e.role = p.role and e.status = 'active'
            and e.access_until is not null and not ${hasAccess("e")}
        ) as holders
        from members m where m.organization_id = p.organization_id and m.role = p.role and m.status = 'active'
      ) h
      where p.place ${counted}
      group by 1
    )
    select page.organization_id, page.id, page.account_id, page.name, page.email, page.role, page.last_seen_at,
      totals.holders
    from page left join totals on totals.place = page.place
    order by page.place, page.name_key, page.id`.execute(system);
  return rows;
}
