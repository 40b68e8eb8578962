import type { TableColumn } from "#renderer/ui/table/columns.ts";
import { compareValues } from "#renderer/ui/table/compareValues.ts";
import type { Sort } from "#renderer/ui/table/useTableModel.ts";

/** Rows in the order in which the table shows them. */
export function inOrder<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const value = columns.find(({ id }) => id === sort?.column)?.value;
  if (value === undefined) return rows;
  const sign = sort?.descending ? -1 : 1;
  return rows.toSorted((a, b) => sign * compareValues(value(a), value(b)));
}
