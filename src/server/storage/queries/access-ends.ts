import { sql, type RawBuilder } from "kysely";

/** `null and …` would still ask the function, for every member without an end. */
const isOver = (alias: string) => sql<boolean>`(${sql.ref(`${alias}.access_until`)} is not null
  and ${sql.ref(`${alias}.access_until`)} <= now()
  and orgdesk_access_over(${sql.ref(`${alias}.organization_id`)}, ${sql.ref(`${alias}.id`)},
    ${sql.ref(`${alias}.owner_class`)}))`;

/** Whether a membership gives access at this moment. `alias` names the `members` of the statement. */
export const hasAccess = (alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.status`)} = 'active' and not ${isOver(alias)})`;
