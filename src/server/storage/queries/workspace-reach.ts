import { sql, type RawBuilder } from "kysely";
import type { Db } from "../database.ts";
import { anyIdOf } from "./any-of.ts";
import type { MemberWithRule } from "./change-facts.ts";
import { isGivenBy } from "./workspaces.ts";

/** How many active members of a role reach a workspace, whatever its status. */
export interface ReachOfRole {
  readonly id: string;
  readonly role: string;
  readonly people: number;
}

export type Reaching = Pick<MemberWithRule, "id" | "account_id" | "name" | "email" | "role">;

/** Those who reach some workspaces: all of them counted by role, the first by name. */
export interface Reach {
  readonly byRole: readonly ReachOfRole[];
  readonly first: readonly Reaching[];
}

export const noReach: Reach = { byRole: [], first: [] };

/** How many are told by name, and how many active members the organization has: what decides how they are found. */
export interface Told {
  readonly most: number;
  readonly members: number;
}

/**
 * Who reaches these workspaces. `seesAll` are the roles that see every one of them. The three ways are taken apart, each
 * along an index. The members' organization is that of the connection's scope alone, and roles come out of a subquery:
 * PostgreSQL cannot tell small organizations from large ones then, and need not plan anew each time. A walk by name
 * meets `most` of them after `most * members / people`; where they are fewer than that, they are gathered and put in
 * order.
 */
export async function reachOf(
  db: Db,
  organizationId: string,
  ids: readonly string[],
  seesAll: readonly string[],
  { most, members }: Told,
): Promise<Reach> {
  if (ids.length === 0) return noReach;
  const byRole = sql`m.role = any((select ${[...seesAll]}::text[])::text[])`;
  const later = sql`w.revision > m.workspace_since`;
  const ways = (columns: RawBuilder<unknown>) => sql`
    select ${columns} from team_members m where m.status = 'active' and ${byRole}
    union all
    select ${columns} from team_members m
      where m.status = 'active' and (m.workspace_scope = 'all' or m.workspace_future) and not ${byRole}
        and case when ${later} then m.workspace_future else m.workspace_scope = 'all' end
    union all
    select ${columns} from member_workspaces c
      join team_members m on m.organization_id = c.organization_id and m.id = c.member_id
      where c.organization_id = w.organization_id and c.workspace_id = w.id and m.status = 'active'
        and m.workspace_scope = 'chosen' and not ${byRole} and not (${later} and m.workspace_future)`;
  const named = sql`m.id, m.account_id, m.name, m.email, m.role, m.name_key`;
  const byName = sql`order by name_key, id limit ${sql.lit(most)}`;
  const { rows } = await sql<Reach>`
    with w as materialized (
      select organization_id, id, revision from workspaces
      where organization_id = ${organizationId}::uuid and id = ${anyIdOf(ids)}),
    counted as materialized (
      select w.id, r.role, count(*)::int as people from w, lateral (${ways(sql`m.role`)}) r group by 1, 2),
    found as materialized (
      select sum(people) * sum(people) <= ${sql.lit(most)} * ${members}::bigint as few from counted)
    select (select coalesce(json_agg(counted), '[]') from counted) as "byRole",
      (select coalesce(json_agg(f), '[]') from (select id, account_id, name, email, role from (
        select r.* from found, w, lateral (${ways(named)}) r where found.few
        union all
        (select ${named} from w join team_members m on m.organization_id = w.organization_id
          where m.status = 'active' and (${byRole} or ${isGivenBy("m")}) and (select not few from found) ${byName})
        ) r ${byName}) f) as first`.execute(db);
  return rows[0] ?? noReach;
}
