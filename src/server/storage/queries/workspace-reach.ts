import { sql } from "kysely";
import type { Db } from "../database.ts";
import { anyIdOf, anyOf } from "./any-of.ts";
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

/** Who reaches these workspaces. `seesAll` are the roles that see every one of them. */
export async function reachOf(
  db: Db,
  organizationId: string,
  ids: readonly string[],
  seesAll: readonly string[],
  most: number,
): Promise<Reach> {
  if (ids.length === 0) return { byRole: [], first: [] };
  const reaching = sql`from workspaces w join team_members m on m.organization_id = w.organization_id
    where w.organization_id = ${organizationId}::uuid and w.id = ${anyIdOf(ids)} and m.status = 'active'
      and (m.role = ${anyOf(seesAll)} or ${isGivenBy("m")})`;
  const [byRole, first] = await Promise.all([
    sql<ReachOfRole>`select w.id, m.role, count(*)::int as people ${reaching} group by 1, 2`.execute(db),
    sql<Reaching>`select m.id, m.account_id, m.name, m.email, m.role ${reaching}
      order by m.name_key, m.id limit ${sql.lit(most)}`.execute(db),
  ]);
  return { byRole: byRole.rows, first: first.rows };
}
