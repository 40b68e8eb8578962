import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf, isoOf } from "#server/storage/types.ts";

/**
 * As a session in UTC writes an instant: no fraction where there is none, no zeros behind it. `Date.UTC` takes years below
 * 100 for others; nothing of ours is that old.
 */
const written = fc
  .tuple(
    fc.date({ min: new Date("0100-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999_999 }),
  )
  .map(([date, micro]) => {
    const fraction = String(micro).padStart(6, "0");
    const seconds = date.toISOString().slice(0, 19);
    const finer = micro === 0 ? "" : `.${fraction.replace(/0+$/, "")}`;
    return { text: `${seconds.replace("T", " ")}${finer}+00`, iso: `${seconds}.${fraction.slice(0, 3)}Z` };
  });

test("an instant of the database is read and written as what it is", () => {
  fc.assert(
    fc.property(written, ({ text, iso }) => {
      expect(isoOf(text)).toBe(iso);
      expect(instantOf(text).toISOString()).toBe(iso);
    }),
  );
});

test.each([
  ["2026-11-21 19:25:56.5+01", "2026-11-21T18:25:56.500Z"],
  ["2026-11-21 19:25:56-03:30", "2026-11-21T22:55:56.000Z"],
])("another zone: %s", (text, iso) => {
  expect(isoOf(text)).toBe(iso);
  expect(instantOf(text).toISOString()).toBe(iso);
});
