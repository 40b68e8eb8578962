import { compareWords } from "#renderer/i18n/wordOrder.ts";

/** What a column sorts by. */
export type SortValue = string | number | null;

/** Numbers by size, words as people order them, nothing last. */
export function compareValues(a: SortValue, b: SortValue): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return compareWords(String(a), String(b));
}
