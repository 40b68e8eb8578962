import type { TargetFacts } from "#domain/policy/decision.ts";
import { sql } from "kysely";
import { statusNow } from "../access-now.ts";
import { builtOnce } from "../built-once.ts";
import type { Db } from "../database.ts";

const byId = builtOnce<{ organizationId: string; id: string }, TargetFacts>((db, slot) =>
  db
    .selectFrom("team_members as m")
    .select(["m.id as memberId", "m.role", statusNow("m").as("status")])
    .select(sql<boolean>`m.access_until is not null`.as("ends"))
    .where("m.organization_id", "=", slot("organizationId"))
    .where("m.id", "=", slot("id")),
);

/** What decisions need to know of a member. Through the view: the table's policy would read all memberships of who asks. */
export async function standingOf(db: Db, organizationId: string, id: string): Promise<TargetFacts | undefined> {
  return (await byId(db, { organizationId, id }))[0];
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
