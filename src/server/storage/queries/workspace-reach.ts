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

/** How many are told by name, and up to how many are gathered and put in order. */
export interface Told {
  readonly most: number;
  /** Where more reach a workspace, a walk by name soon meets enough of them; where fewer do, it would meet everybody. */
  readonly few?: number;
}

/**
 * Who reaches these workspaces. `seesAll` are the roles that see every one of them. The three ways are taken apart, each
 * along an index. The members' organization is that of the connection's scope alone, and roles come out of a subquery:
 * PostgreSQL cannot tell small organizations from large ones then, and need not plan anew each time.
 */
export async function reachOf(
  db: Db,
  organizationId: string,
  ids: readonly string[],
  seesAll: readonly string[],
  { most, few = 2000 }: Told,
): Promise<Reach> {
  if (ids.length === 0) return noReach;
  const which = sql`w.organization_id = ${organizationId}::uuid and w.id = ${anyIdOf(ids)}`;
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
  const areFew = sql`(select coalesce(sum(people), 0) from counted) <= ${sql.lit(few)}`;
  const byName = sql`order by name_key, id limit ${sql.lit(most)}`;
  const { rows } = await sql<Reach>`
    with counted as materialized (
      select w.id, r.role, count(*)::int as people from workspaces w, lateral (${ways(sql`m.role`)}) r
      where ${which} group by 1, 2)
    select (select coalesce(json_agg(counted), '[]') from counted) as "byRole",
      (select coalesce(json_agg(f), '[]') from (select id, account_id, name, email, role from (
        select r.* from workspaces w, lateral (${ways(named)}) r where ${which} and ${areFew}
        union all
        (select ${named} from workspaces w join team_members m on m.organization_id = w.organization_id
          where ${which} and m.status = 'active' and (${byRole} or ${isGivenBy("m")}) and not ${areFew} ${byName})
        ) r ${byName}) f) as first`.execute(db);
  return rows[0] ?? noReach;
}
