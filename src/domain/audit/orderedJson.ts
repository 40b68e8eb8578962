/** A JSON value, as audit events hold it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The same value with the keys of every object put in order, so that equal values stringify to equal texts whatever
 * order a database gives their keys back in. A value already in order is returned as it is: chains verify millions.
 */
export function orderedJson(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map(orderedJson);
  if (isInOrder(value)) return value;
  const ordered: Record<string, Json> = {};
  for (const key of Object.keys(value).sort()) {
    const item = orderedJson(value[key] ?? null);
    if (key === "__proto__") Object.defineProperty(ordered, key, { value: item, enumerable: true });
    else ordered[key] = item;
  }
  return ordered;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether an object holds only scalars, under keys in order of their UTF-16 units. */
function isInOrder(value: { readonly [key: string]: Json }): boolean {
  let previous = "";
  for (const key in value) {
    const item = value[key];
    if (key < previous || (item !== null && typeof item === "object")) return false;
    previous = key;
  }
  return true;
}

/** Whether a value nests no deeper than this. Stops there, so that a value made to be deep costs nothing. */
export function isShallow(value: Json, depth: number): boolean {
  if (value === null || typeof value !== "object") return true;
  return depth > 0 && Object.values(value).every((item: Json) => isShallow(item, depth - 1));
}
