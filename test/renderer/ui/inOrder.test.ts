import { expect, test } from "vitest";
import type { SortValue } from "#renderer/ui/table/compareValues.ts";
import { inOrder } from "#renderer/ui/table/inOrder.ts";

interface Row {
  readonly id: string;
  readonly value: SortValue;
}

const rows: readonly Row[] = [
  { id: "a", value: "Zürich" },
  { id: "b", value: "ärmel" },
  { id: "c", value: null },
  { id: "d", value: "Zürich" },
  { id: "e", value: "Item 10" },
  { id: "f", value: "item 9" },
];
const idsOf = (ordered: readonly Row[]) => ordered.map(({ id }) => id).join("");

test("words go as people order them, nothing last, and equals keep their order both ways", () => {
  expect(idsOf(inOrder(rows, ({ value }) => value, false))).toBe("bfeadc");
  expect(idsOf(inOrder(rows, ({ value }) => value, true))).toBe("cadefb");
  expect(idsOf(rows)).toBe("abcdef");
});

test("each row is asked for its value once", () => {
  const asked: string[] = [];
  inOrder(rows, ({ id, value }) => (asked.push(id), value), false);
  expect(asked.join("")).toBe("abcdef");
});
