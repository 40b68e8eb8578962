import { sql } from "kysely";
import type { Db } from "../database.ts";
import { anyIdOf, anyOf } from "./any-of.ts";
import { ruledMembers, type MemberWithRule } from "./change-facts.ts";
import { isGivenBy } from "./workspaces.ts";

/** How many active members of a role reach a workspace, whatever its status. */
export interface ReachOfRole {
  readonly id: string;
  readonly role: string;
  readonly people: number;
}

/** Those who reach some workspaces: all of them counted by role, the first by name. */
export interface Reach {
  readonly byRole: readonly ReachOfRole[];
  readonly first: readonly MemberWithRule[];
}

/** Who reaches these workspaces. `seesAll` are the roles that see every one of them. */
export async function reachOf(
  db: Db,
  organizationId: string,
  ids: readonly string[],
  seesAll: readonly string[],
  most: number,
): Promise<Reach> {
  if (ids.length === 0) return { byRole: [], first: [] };
  const organization = sql`${organizationId}::uuid`;
  const reached = sql`w.organization_id = ${organization} and w.id = ${anyIdOf(ids)}
    and (m.role = ${anyOf(seesAll)} or ${isGivenBy("m")})`;
  const active = sql`m.organization_id = ${organization} and m.status = 'active'`;
  const [byRole, first] = await Promise.all([
    sql<ReachOfRole>`select w.id, m.role, count(*)::int as people from workspaces w, team_members m
      where ${active} and ${reached} group by 1, 2`.execute(db),
    ruledMembers("team_members", sql`${active} and exists (select from workspaces w where ${reached})`, most).execute(
      db,
    ),
  ]);
  return { byRole: byRole.rows, first: first.rows };
}
