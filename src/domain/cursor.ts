import { decodeBase64Url, encodeBase64Url } from "./base64url.ts";

/** What a keyset cursor remembers: the sort values and the id of the last row of a page. */
export type CursorKeys = readonly (string | number | boolean | null)[];

const version = 1;

/** Longest cursor that is read, in characters. */
export const maxCursorLength = 2000;

/**
 * An opaque position in a list. `scope` names the list, sort and filters it belongs to, for example
 * `members:name:asc`; a cursor is only read back under the same scope.
 */
export function encodeCursor(scope: string, keys: CursorKeys): string {
  return encodeBase64Url(JSON.stringify([version, scope, keys]));
}

/** The keys of a cursor made for this scope, or null for anything else: foreign, malformed, of another version. */
export function decodeCursor(scope: string, cursor: string): CursorKeys | null {
  if (cursor.length > maxCursorLength) return null;
  const text = decodeBase64Url(cursor);
  if (text === null) return null;
  const value = parse(text);
  if (!Array.isArray(value) || value.length !== 3 || value[0] !== version || value[1] !== scope) return null;
  const keys: unknown = value[2];
  return Array.isArray(keys) && keys.every(isKey) ? keys : null;
}

function isKey(value: unknown): value is CursorKeys[number] {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
