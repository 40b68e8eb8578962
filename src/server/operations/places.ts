import { decodeCursor, encodeCursor, type CursorKeys } from "#domain/cursor.ts";
import { hash } from "node:crypto";
import { invalid } from "./invalid.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Cursors come from outside, so what they hold is checked before it is used. */
export const isId = (value: unknown): value is string => typeof value === "string" && uuid.test(value);

/** Milliseconds since 1970 of something that happened here. */
export const isPast = (value: unknown): value is number =>
  typeof value === "number" && value >= 0 && !Number.isNaN(new Date(value).getTime());

/** A position among the items of a plan or a review. */
export const isPosition = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 2 ** 31;

/** A cursor that is not one of this list under this sort and these filters. */
export const foreignCursor = (): never => invalid("cursor", "cursor", "Not a position in this list");

/** Names a list with its sort and filters: under others, a cursor would skip or repeat rows. */
export const scopeOf = (list: string, asked: readonly unknown[]): string =>
  `${list}:${hash("sha256", JSON.stringify(asked)).slice(0, 16)}`;

/** The id of the last row of a page. */
export function idAt(scope: string, cursor: string): string {
  const id = decodeCursor(scope, cursor)?.[0];
  return isId(id) ? id : foreignCursor();
}

/** A page out of rows that were read with one more than asked for, which tells whether another page follows. */
export function pageOf<Row extends { readonly id: string }>(
  scope: string,
  rows: readonly Row[],
  limit: number,
  keysOf: (last: Row) => CursorKeys = ({ id }) => [id],
): { readonly items: Row[]; readonly next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(scope, keysOf(last)) : null };
}
