import { sql, type Compilable, type CompiledQuery, type RawBuilder } from "kysely";
import type { Db } from "./database.ts";

/** Where a statement takes one of its values. */
type Slot<Values> = <Name extends keyof Values>(name: Name) => RawBuilder<Values[Name]>;

/**
 * A statement that is built when it is first asked and then only given its values: putting it together takes Kysely
 * longer than sending it. For what nearly every request asks. Its text must not depend on its values.
 */
export function builtOnce<Values extends object, Row>(
  build: (db: Db, slot: Slot<Values>) => Compilable<Row>,
): (db: Db, values: Values) => Promise<Row[]> {
  const names = new Map<unknown, keyof Values>();
  const slot: Slot<Values> = (name) => {
    const place = { name };
    names.set(place, name);
    return sql`${place}`;
  };
  let built: CompiledQuery<Row> | undefined;
  return async (db, values) => {
    built ??= build(db, slot).compile();
    const parameters = built.parameters.map((given) => {
      const name = names.get(given);
      return name === undefined ? given : values[name];
    });
    return (await db.executeQuery<Row>({ ...built, parameters })).rows;
  };
}
