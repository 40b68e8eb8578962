import { decodeCursor } from "#domain/cursor.ts";
import { hash } from "node:crypto";
import { invalid } from "./invalid.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A cursor that is not one of this list under this sort and these filters. */
export const foreignCursor = (): never => invalid("cursor", "cursor", "Not a position in this list");

/** Names a list with its sort and filters: under others, a cursor would skip or repeat rows. */
export const scopeOf = (list: string, asked: readonly unknown[]): string =>
  `${list}:${hash("sha256", JSON.stringify(asked)).slice(0, 16)}`;

/** The id of the last row of a page. Cursors come from outside, so what they hold is checked before it is used. */
export function idAt(scope: string, cursor: string): string {
  const id = decodeCursor(scope, cursor)?.[0];
  return typeof id === "string" && uuid.test(id) ? id : foreignCursor();
}
