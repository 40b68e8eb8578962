import { compareValues, type SortValue } from "./compareValues.ts";

/** The rows by a value of theirs, each asked for it once; those of equal value keep their order. */
export function inOrder<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  descending: boolean,
): readonly Row[] {
  const sign = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort((a, b) => sign * compareValues(a.value, b.value))
    .map(({ row }) => row);
}
