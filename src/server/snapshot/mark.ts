import { decodeCursor, encodeCursor } from "#domain/cursor.ts";
import { isPast } from "../operations/places.ts";

/** Where a snapshot stands, besides its revision. The desktop only hands it back. */
export interface Mark {
  /** The digest of what the person could see. */
  readonly sight: string;
  /** The database whose transactions are counted. */
  readonly database: string;
  /** The oldest transaction that was still open. */
  readonly horizon: string;
  /** Up to when it is known who was seen, in milliseconds since 1970. */
  readonly seen: number;
}

const scope = "snapshot";

export const encodeMark = ({ sight, database, horizon, seen }: Mark): string =>
  encodeCursor(scope, [sight, database, horizon, seen]);

/** Null for anything that this server did not make. */
export function decodeMark(text: string): Mark | null {
  const [sight, database, horizon, seen] = decodeCursor(scope, text) ?? [];
  if (typeof sight !== "string" || typeof database !== "string" || typeof horizon !== "string") return null;
  return /^\d{1,19}$/.test(horizon) && isPast(seen) ? { sight, database, horizon, seen } : null;
}
