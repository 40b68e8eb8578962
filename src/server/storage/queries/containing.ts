import { sql, type RawBuilder } from "kysely";

/** The pattern of what contains a text, folded as search keys are; `%` and `_` that a person typed stand for themselves. */
export function containing(text: string): RawBuilder<string> {
  const literal = text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  return sql<string>`'%' || orgdesk_fold(${literal}) || '%'`;
}
