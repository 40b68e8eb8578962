import { sql } from "kysely";
import type { Db } from "../database.ts";
import { hasAccess } from "../access-now.ts";

/**
 * The organizations in which a person has access, each with its end or null. An owner's access may go on beyond its
 * end, as long as there is no other; that it has ended they are told when it is written down.
 */
export async function activeMemberships(db: Db, accountId: string) {
  return db
    .selectFrom("members as m")
    .select("organization_id as organizationId")
    .select(sql<Date | null>`case when not owner_class then access_until end`.as("accessUntil"))
    .where("account_id", "=", accountId)
    .where("status", "=", "active")
    .where(hasAccess("m"))
    .execute();
}
