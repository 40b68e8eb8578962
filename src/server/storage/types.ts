import pg from "pg";

const { INT8, TIMESTAMPTZ } = pg.types.builtins;
const slowInstant = pg.types.getTypeParser(TIMESTAMPTZ);

/**
 * `2026-11-21 19:25:56.123+00`, as a session in UTC writes it. The driver's own parser also reads other zones, eras
 * and infinity, and takes several times as long, which a page of members pays 100 times.
 */
export function instantOf(text: string): Date {
  const isPlain = text.length >= 22 && text.endsWith("+00") && text.charCodeAt(4) === 0x2d;
  return isPlain ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : slowInstant(text);
}

/** How values of the database become ours. Revisions and counts stay far below 2^53, so they are numbers. */
export const types: pg.CustomTypesConfig = {
  getTypeParser(id, format) {
    if (format === "binary") return pg.types.getTypeParser(id, format);
    if (id === INT8) return Number;
    return id === TIMESTAMPTZ ? instantOf : pg.types.getTypeParser(id, format);
  },
};
