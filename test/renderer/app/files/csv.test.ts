import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine } from "#renderer/app/files/csv.ts";
import { isSafely, looksLikeFormula, parseCsv } from "#test/support/csv.ts";

/** Letters, and all that CSV and spreadsheets give a meaning. */
const cell = fc.string({
  unit: fc.constantFrom("a", "é", "漢", "😀", " ", '"', ",", "\n", "\r", "\t", "=", "+", "-", "@", "'", ";"),
});

test("a line reads back as it was meant, and no cell of it is a formula", () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
      const rows = parseCsv(csvLine(cells));
      expect(rows).toHaveLength(1);
      expect(rows[0]).toHaveLength(cells.length);
      for (const [index, meant] of cells.entries()) expect(isSafely(rows[0]?.[index], meant)).toBe(true);
      expect(rows[0]?.filter(looksLikeFormula)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
