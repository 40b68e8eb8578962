import { Slots } from "#renderer/ui/table/slots.ts";
import { expect, test } from "vitest";

const ids = (from: number, count: number) => Array.from({ length: count }, (_, index) => `row ${from + index}`);

test("a row keeps its slot while it is in the window", () => {
  const slots = new Slots();
  expect(slots.assign(ids(0, 4))).toEqual([0, 1, 2, 3]);
  expect(slots.assign(ids(1, 4))).toEqual([1, 2, 3, 0]);
  expect(slots.assign(ids(0, 4))).toEqual([0, 1, 2, 3]);
});

test("a leap takes every slot over in its order", () => {
  const slots = new Slots();
  slots.assign(ids(0, 3));
  expect(slots.assign(ids(100, 3))).toEqual([0, 1, 2]);
});

test("a window that shrinks and grows never gives one slot to two rows", () => {
  const slots = new Slots();
  slots.assign(ids(0, 6));
  slots.assign(["row 2", "row 5"]);
  const given = slots.assign(ids(2, 7));
  expect(new Set(given).size).toBe(7);
  expect([given[0], given[3]]).toEqual([2, 5]);
});

test("a row that stays far from the window, since the keyboard is on it, keeps its own", () => {
  const slots = new Slots();
  slots.assign(ids(0, 3));
  const [active] = slots.assign(["row 0", ...ids(50, 3)]);
  expect(active).toBe(0);
});
