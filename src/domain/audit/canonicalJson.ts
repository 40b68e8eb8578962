/** A JSON value, as audit events hold it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * JSON with the keys of every object in order of their UTF-16 units and no blanks: equal values, equal text,
 * whatever order a database gives the keys back in.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isPlain(value)) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`).join(",")}}`;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether `JSON.stringify` alone is canonical: an object of scalars whose keys are in order already. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return false;
  let previous = "";
  for (const [key, item] of Object.entries(value)) {
    if (key < previous || (item !== null && typeof item === "object")) return false;
    previous = key;
  }
  return true;
}
