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
      .where("organization_id", "=", organizationId)
      .where("status", "=", "active")
      .groupBy("role")
      .execute(),
    someMembers("team_members", sql`${organizationId}::uuid`, sql`m.status = 'active'`, most).execute(db),
  ]);
  return { byRole, first: first.rows };
}

/** How many signed-in desktops those have who have access, by member; nobody without one. Needs the owner's rights. */
export async function sessionsOfTeam(system: Db, organizationId: string, now: Date): Promise<Map<string, number>> {
  const rows = await system
    .selectFrom("members as m")
    .innerJoin("sessions as s", "s.account_id", "m.account_id")
    .select(["m.id", (eb) => eb.fn.countAll<number>().as("sessions")])
    .where("m.organization_id", "=", organizationId)
    .where("m.status", "=", "active")
    .where("s.revoked_at", "is", null)
    .where("s.expires_at", ">", now)
    .groupBy("m.id")
    .execute();
  return new Map(rows.map(({ id, sessions }) => [id, sessions]));
}
