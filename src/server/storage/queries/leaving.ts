import { sql } from "kysely";
import type { Db } from "../database.ts";
import { someMembers, type MemberWithRule } from "./change-facts.ts";

/** Everybody who has access to an organization: all of them counted by role, the first by name. */
export interface Leaving {
  readonly byRole: readonly { readonly role: string; readonly people: number }[];
  readonly first: readonly MemberWithRule[];
}

/** Who would lose an organization that ends. Whoever has no access has none to lose. */
export async function leavingOf(db: Db, organizationId: string, most: number): Promise<Leaving> {
  const [byRole, first] = await Promise.all([
    db
      .selectFrom("team_members")
      .select(["role", (eb) => eb.fn.countAll<number>().as("people")])
      // The organization is that of the scope alone, so that small and large ones have one plan.
      .where("status", "=", sql.lit("active"))
      .groupBy("role")
      .execute(),
    someMembers("team_members", sql`${organizationId}::uuid`, sql`m.status = 'active'`, most).execute(db),
  ]);
  return { byRole, first: first.rows };
}
