import type { Db } from "../database.ts";
import { customRolesText } from "../custom-roles.ts";
import { hasAccess } from "../access-now.ts";

/**
 * The organizations in which both persons are active, with the role of each there. Row security hides a colleague's
 * other memberships, so this needs the owner's rights; it shows none but those that both share.
 */
export async function sharedOrganizations(system: Db, askingAccountId: string, accountId: string) {
  return system
    .selectFrom("members as mine")
    .innerJoin("members as theirs", "theirs.organization_id", "mine.organization_id")
    .innerJoin("organizations as o", "o.id", "mine.organization_id")
    .select(["o.id", "o.name", "o.preset", "o.switches", "theirs.role", "mine.role as my_role"])
    .select(customRolesText)
    .where("mine.account_id", "=", askingAccountId)
    .where(hasAccess("mine"))
    .where("theirs.account_id", "=", accountId)
    .where(hasAccess("theirs"))
    .orderBy("o.name")
    .orderBy("o.id")
    .execute();
}
