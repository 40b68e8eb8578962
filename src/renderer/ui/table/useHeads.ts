import { useState } from "react";
import type { TableColumn } from "./columns.ts";

/** What header and menus show of a column. */
export type ColumnHead<Row> = Omit<TableColumn<Row>, "cell">;

/** The heads of columns: the same array for as long as they read the same, while what fills the cells changes. */
export function useHeads<Row>(columns: readonly TableColumn<Row>[]): readonly ColumnHead<Row>[] {
  const [kept, keep] = useState(columns);
  if (kept === columns || areAlike(kept, columns)) return kept;
  keep(columns);
  return columns;
}

function areAlike<Row>(some: readonly TableColumn<Row>[], others: readonly TableColumn<Row>[]): boolean {
  return some.length === others.length && some.every((column, index) => isAlike(column, others[index]));
}

function isAlike<Row>(a: TableColumn<Row>, b: TableColumn<Row> | undefined): boolean {
  if (b === undefined || a.id !== b.id || a.header !== b.header || a.align !== b.align) return false;
  return a.sortable === b.sortable && a.value === b.value && a.priority === b.priority;
}
