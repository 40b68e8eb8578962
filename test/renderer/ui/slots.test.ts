import { Slots } from "#renderer/ui/table/slots.ts";
import fc from "fast-check";
import { expect, test } from "vitest";

const ids = (from: number, count: number) => Array.from({ length: count }, (_, index) => `row ${from + index}`);

test("a leap takes every slot over in its order", () => {
  const slots = new Slots();
  expect(slots.assign(ids(0, 3))).toEqual([0, 1, 2]);
  expect(slots.assign(ids(100, 3))).toEqual([0, 1, 2]);
});

test("further down a new row takes what was left above, further up it is drawn anew and nothing moves", () => {
  const slots = new Slots();
  slots.assign(ids(1, 4));
  expect(slots.assign(ids(2, 4))).toEqual([1, 2, 3, 0]);
  expect(slots.assign(ids(1, 4))).toEqual([4, 1, 2, 3]);
});

test("a row that stays far from the window, since the keyboard is on it, does not keep a leap from taking over", () => {
  const slots = new Slots();
  slots.assign([...ids(10, 3), "row 99"]);
  expect(slots.assign([...ids(20, 3), "row 99"])).toEqual([0, 1, 2, 3]);
});

test("rows in another order keep their slots, and new ones are drawn anew", () => {
  const slots = new Slots();
  slots.assign(["a", "b", "c"]);
  expect(slots.assign(["c", "x", "a"])).toEqual([2, 3, 0]);
});

test("no slot is ever given to two rows, and a row that stays keeps its own", () => {
  const windows = fc.array(fc.uniqueArray(fc.nat({ max: 12 }).map(String), { maxLength: 8 }), { maxLength: 8 });
  fc.assert(
    fc.property(windows, (shown) => {
      const slots = new Slots();
      let before = new Map<string, number>();
      for (const window of shown) {
        const given = slots.assign(window);
        expect(new Set(given).size).toBe(window.length);
        const now = new Map(window.map((id, index) => [id, given[index] ?? -1]));
        for (const [id, slot] of before) expect([slot, undefined]).toContain(now.get(id));
        before = now;
      }
    }),
  );
});
