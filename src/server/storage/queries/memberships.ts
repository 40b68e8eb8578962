import type { Db } from "../database.ts";
import { hasAccess } from "../access-now.ts";

/** The organizations in which a person has access, each with its end or null. */
export async function activeMemberships(db: Db, accountId: string) {
  return db
    .selectFrom("members as m")
    .select(["organization_id as organizationId", "access_until as accessUntil"])
    .where("account_id", "=", accountId)
    .where(hasAccess("m"))
    .execute();
}
