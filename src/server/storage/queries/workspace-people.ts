import { sql } from "kysely";
import type { Db } from "../database.ts";
import { anyIdOf, anyOf } from "./any-of.ts";
import { memberColumns, type MemberRow } from "./members.ts";
import { isGivenBy } from "./workspaces.ts";

/**
 * How many active members reach each of these workspaces. `seesAll` are the roles that see every one of them. Rules
 * are grouped first, so that a page over 100,000 members compares few rows with each workspace.
 */
export async function peopleOf(
  db: Db,
  organizationId: string,
  ids: readonly string[],
  seesAll: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const roles = anyOf(seesAll);
  const { rows } = await sql<{ id: string; people: number }>`
    with by_role as (
      select count(*)::int as n from team_members
      where organization_id = ${organizationId} and status = 'active' and role = ${roles}
    ), rules as (
      select workspace_scope as scope, workspace_future as future,
        case when workspace_scope = 'all' and workspace_future then 0 else workspace_since end as since, count(*)::int as n
      from team_members
      where organization_id = ${organizationId} and status = 'active' and not role = ${roles}
        and (workspace_scope = 'all' or workspace_future)
      group by 1, 2, 3
    )
    select w.id, ((select n from by_role)
      + (select coalesce(sum(r.n), 0) from rules r
          where case when w.revision > r.since then r.future else r.scope = 'all' end)
      + (select count(*) from member_workspaces c
          join team_members m on m.organization_id = c.organization_id and m.id = c.member_id
          where c.organization_id = w.organization_id and c.workspace_id = w.id and m.status = 'active'
            and not m.role = ${roles} and m.workspace_scope = 'chosen'
            and not (w.revision > m.workspace_since and m.workspace_future)))::int as people
    from workspaces w where w.organization_id = ${organizationId} and w.id = ${anyIdOf(ids)}`.execute(db);
  return new Map(rows.map(({ id, people }) => [id, people]));
}

export type PersonRow = MemberRow & { readonly through: "role" | "all" | "chosen" | "future" };

/** One page of those who reach a workspace, by name, after the member with the id `afterId`. */
export async function peoplePage(
  db: Db,
  { organization_id, id }: { readonly organization_id: string; readonly id: string },
  seesAll: readonly string[],
  page: { readonly afterId: string | null; readonly limit: number },
): Promise<PersonRow[]> {
  const roles = anyOf(seesAll);
  let query = db
    .selectFrom("team_members as m")
    .innerJoin("workspaces as w", "w.organization_id", "m.organization_id")
    .where("m.organization_id", "=", organization_id)
    .where("w.id", "=", id)
    .where("m.status", "=", "active")
    .where(sql<boolean>`(m.role = ${roles} or ${isGivenBy("m")})`)
    .select(memberColumns.map((column) => `m.${column}` as const))
    .select(
      sql<PersonRow["through"]>`case when m.role = ${roles} then 'role'
        when w.revision > m.workspace_since and m.workspace_future then 'future' else m.workspace_scope end`.as(
        "through",
      ),
    )
    .orderBy("m.name_key")
    .orderBy("m.id")
    .limit(page.limit);
  if (page.afterId !== null) {
    const there = sql`(select name_key from team_members
      where organization_id = ${organization_id} and id = ${page.afterId}::uuid)`;
    query = query.where(sql<boolean>`(m.name_key, m.id) > (${there}, ${page.afterId}::uuid)`);
  }
  return query.execute();
}
