import { decodeCursor, encodeCursor, type CursorKeys } from "#domain/cursor.ts";
import { hash } from "node:crypto";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isId = (value: unknown): value is string => typeof value === "string" && uuid.test(value);

/** Names a list with its sort and filters as the server does, so that a list begun there goes on here and back. */
export const scopeOf = (list: string, asked: readonly unknown[]): string =>
  `${list}:${hash("sha256", JSON.stringify(asked)).slice(0, 16)}`;

/** Where a page starts: null at the beginning of the list, undefined for a cursor of another list. */
export function placeAt(
  scope: string,
  cursor: string | undefined,
): { id: string; keys: CursorKeys } | null | undefined {
  if (cursor === undefined) return null;
  const keys = decodeCursor(scope, cursor);
  const id = keys?.[0];
  return keys !== null && isId(id) ? { id, keys } : undefined;
}

/** A page out of rows of which there is one more than asked for where another page follows. */
export function pageOf<Row extends { readonly id: string }>(
  scope: string,
  rows: readonly Row[],
  limit: number,
  keysOf: (last: Row) => CursorKeys = ({ id }) => [id],
): { items: Row[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(scope, keysOf(last)) : null };
}
