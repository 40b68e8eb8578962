import { sql, type RawBuilder } from "kysely";

/** `= any(…)`: one statement text, so one prepared plan, however many values there are. */
export const anyOf = (values: readonly string[]): RawBuilder<string> => sql<string>`any(${[...values]}::text[])`;

/** The same for ids, whose index a comparison as text could not use. */
export const anyIdOf = (ids: readonly string[]): RawBuilder<string> => sql<string>`any(${[...ids]}::uuid[])`;
