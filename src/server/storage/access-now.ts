import { sql, type RawBuilder } from "kysely";
import type { MembersTable } from "./tables/organization.ts";

/**
 * How a member stands at this moment, as the database knows it: access that ended counts as deactivated before a job
 * writes it down. `alias` names the `members` of the statement.
 */
export const statusNowText = (alias: string): string =>
  `case when ${alias}.status = 'active' and ${alias}.access_until <= now() then 'deactivated' else ${alias}.status end`;

/** The same for a statement that Kysely builds. */
export const statusNow = (alias: string): RawBuilder<MembersTable["status"]> => sql.raw(statusNowText(alias));

/** Whether a membership gives access at this moment. */
export const hasAccess = (alias: string): RawBuilder<boolean> =>
  sql.raw(`(${alias}.status = 'active' and (${alias}.access_until is null or ${alias}.access_until > now()))`);
