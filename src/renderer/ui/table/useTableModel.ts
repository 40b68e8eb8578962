import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type RowData,
  type SortingState,
} from "@tanstack/react-table";
import { useMemo, useState } from "react";
import { compareValues, type SortValue } from "./compareValues.ts";
import type { TableColumn } from "./columns.ts";

const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  sortedRowModel: createSortedRowModel(),
});

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

interface TableModelInput<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly hidden: readonly string[];
  /** Given together with `onSort`; otherwise the table keeps the order itself. */
  readonly sort?: Sort | null;
  readonly onSort?: (sort: Sort | null) => void;
  /** The rows already arrive in order. */
  readonly serverSorted: boolean;
}

/** The rows in order and the columns in view, by TanStack Table; and the order in force with its switch. */
export function useTableModel<Row extends RowData>(input: TableModelInput<Row>) {
  const { columns, rows, hidden, serverSorted } = input;
  const [ownSort, setOwnSort] = useState<Sort | null>(input.sort ?? null);
  const sort = input.onSort ? (input.sort ?? null) : ownSort;
  const setSort = input.onSort ?? setOwnSort;

  const definitions = useMemo(() => columns.map((column) => definition(column, serverSorted)), [columns, serverSorted]);
  const sorting = useMemo<SortingState>(() => (sort ? [{ id: sort.column, desc: sort.descending }] : []), [sort]);
  const columnVisibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    manualSorting: serverSorted,
    state: { sorting, columnVisibility },
  });

  const model = table.getRowModel().rows;
  const ordered = useMemo(() => model.map((row) => row.original), [model]);
  const visible = useMemo(() => columns.filter((column) => !hidden.includes(column.id)), [columns, hidden]);
  const toggleSort = (column: string) => {
    if (sort?.column !== column) setSort({ column, descending: false });
    else setSort(sort.descending ? null : { column, descending: true });
  };
  return { ordered, visible, sort, toggleSort };
}

function definition<Row extends RowData>(
  column: TableColumn<Row>,
  serverSorted: boolean,
): ColumnDef<typeof features, Row> {
  return {
    id: column.id,
    accessorFn: (row) => column.value?.(row) ?? null,
    enableSorting: serverSorted ? column.sortable === true : column.value !== undefined,
    sortFn: (a, b, id) => compareValues(a.getValue<SortValue>(id), b.getValue<SortValue>(id)),
  };
}
