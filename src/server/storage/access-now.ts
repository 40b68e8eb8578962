import { sql, type RawBuilder } from "kysely";
import type { MembersTable } from "./organization-tables.ts";

/**
 * That the end of a membership has come, as the database knows it at this moment. `alias` names the `members` of the
 * statement. `null and …` would still ask the function, for every member without an end.
 */
const over = (alias: string): string => `(${alias}.access_until is not null and ${alias}.access_until <= now()
  and orgdesk_access_over(${alias}.organization_id, ${alias}.id, ${alias}.owner_class))`;

/** How a member stands at this moment: access that ended counts as deactivated before a job writes it down. */
export const statusNowText = (alias: string): string =>
  `case when ${alias}.status = 'active' and ${over(alias)} then 'deactivated' else ${alias}.status end`;

/** The same for a statement that Kysely builds. */
export const statusNow = (alias: string): RawBuilder<MembersTable["status"]> => sql.raw(statusNowText(alias));

/** Whether a membership gives access at this moment. */
export const hasAccess = (alias: string): RawBuilder<boolean> =>
  sql.raw(`(${alias}.status = 'active' and not ${over(alias)})`);
