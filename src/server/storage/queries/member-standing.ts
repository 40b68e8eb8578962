import type { MemberFacts } from "#domain/policy/decision.ts";
import type { Db } from "../database.ts";
import { anyIdOf } from "./any-of.ts";

/** What decisions need to know of some members; ids of nobody here are left out. */
export async function standingOf(db: Db, organizationId: string, ids: readonly string[]): Promise<MemberFacts[]> {
  return db
    .selectFrom("members")
    .select(["id as memberId", "role", "status"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", anyIdOf(ids))
    .execute();
}

/** How many active members hold each role. Through the view, so that the index answers alone. */
export async function membersByRole(db: Db, organizationId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("team_members")
    .select(["role", (eb) => eb.fn.countAll<number>().as("members")])
    .where("organization_id", "=", organizationId)
    .where("status", "=", "active")
    .groupBy("role")
    .execute();
  return new Map(rows.map(({ role, members }) => [role, members]));
}
