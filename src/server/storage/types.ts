import pg from "pg";

const { INT8, TIMESTAMPTZ } = pg.types.builtins;
const slowInstant = pg.types.getTypeParser(TIMESTAMPTZ);

/** `2026-11-21 19:25:56.123+00`, as a session in UTC writes it; other zones, eras and infinity are not plain. */
const isPlain = (text: string): boolean =>
  text.length >= 22 && text.endsWith("+00") && text.charCodeAt(4) === 0x2d && text.charCodeAt(10) === 0x20;

const twoDigits = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;

/** Milliseconds of the fraction, which has between no and six digits; what is finer is cut off. */
const millisecondsOf = (text: string): string => text.slice(20, -3).slice(0, 3).padEnd(3, "0");

/** The driver's own parser takes several times as long, and every request reads some instants. */
export function instantOf(text: string): Date {
  if (!isPlain(text)) return slowInstant(text);
  return new Date(
    Date.UTC(
      twoDigits(text, 0) * 100 + twoDigits(text, 2),
      twoDigits(text, 5) - 1,
      twoDigits(text, 8),
      twoDigits(text, 11),
      twoDigits(text, 14),
      twoDigits(text, 17),
      Number(millisecondsOf(text)),
    ),
  );
}

/**
 * An instant that was read as text, as ISO 8601 in UTC with milliseconds. Making a `Date` of it in between takes ten
 * times as long, which a page of members would pay a hundred times.
 */
export function isoOf(text: string): string {
  if (!isPlain(text)) return slowInstant(text).toISOString();
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${millisecondsOf(text)}Z`;
}

/** How values of the database become ours. Revisions and counts stay far below 2^53, so they are numbers. */
export const types: pg.CustomTypesConfig = {
  getTypeParser(id, format) {
    if (format === "binary") return pg.types.getTypeParser(id, format);
    if (id === INT8) return Number;
    return id === TIMESTAMPTZ ? instantOf : pg.types.getTypeParser(id, format);
  },
};
