import { sql } from "kysely";
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

/**
 * Who reaches these workspaces. `seesAll` are the roles that see every one of them. Counted are the three ways apart,
 * each along an index. The members' organization is that of the connection's scope alone, and roles come out of a
 * subquery: PostgreSQL cannot tell small organizations from large ones then, and need not plan anew each time.
 */
export async function reachOf(
  db: Db,
  organizationId: string,
  ids: readonly string[],
  seesAll: readonly string[],
  most: number,
): Promise<Reach> {
  if (ids.length === 0) return noReach;
  const which = sql`w.organization_id = ${organizationId}::uuid and w.id = ${anyIdOf(ids)}`;
  const byRole = sql`m.role = any((select ${[...seesAll]}::text[])::text[])`;
  const later = sql`w.revision > m.workspace_since`;
  const [counted, first] = await Promise.all([
    sql<ReachOfRole>`select w.id, r.role, sum(r.people)::int as people from workspaces w, lateral (
        select m.role, count(*) as people from team_members m where m.status = 'active' and ${byRole} group by 1
        union all
        select m.role, count(*) from team_members m
          where m.status = 'active' and (m.workspace_scope = 'all' or m.workspace_future) and not ${byRole}
            and case when ${later} then m.workspace_future else m.workspace_scope = 'all' end group by 1
        union all
        select m.role, count(*) from member_workspaces c
          join team_members m on m.organization_id = c.organization_id and m.id = c.member_id
          where c.organization_id = w.organization_id and c.workspace_id = w.id and m.status = 'active'
            and m.workspace_scope = 'chosen' and not ${byRole} and not (${later} and m.workspace_future) group by 1) r
      where ${which} group by 1, 2`.execute(db),
    sql<Reaching>`select m.id, m.account_id, m.name, m.email, m.role
      from workspaces w join team_members m on m.organization_id = w.organization_id
      where ${which} and m.status = 'active' and (${byRole} or ${isGivenBy("m")})
      order by m.name_key, m.id limit ${sql.lit(most)}`.execute(db),
  ]);
  return { byRole: counted.rows, first: first.rows };
}
