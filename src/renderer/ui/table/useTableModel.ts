import { useMemo, useState } from "react";
import type { TableColumn } from "./columns.ts";
import { inOrder } from "./inOrder.ts";

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

/** The rows in order and the columns in view; and the order in force with its switch. */
export function useTableModel<Row>(input: TableModelInput<Row>) {
  const { columns, rows, hidden, serverSorted } = input;
  const [ownSort, setOwnSort] = useState<Sort | null>(input.sort ?? null);
  const sort = input.onSort ? (input.sort ?? null) : ownSort;
  const setSort = input.onSort ?? setOwnSort;

  const sortedBy = serverSorted ? undefined : columns.find(({ id }) => id === sort?.column);
  const valueOf = sortedBy?.value;
  const descending = sort?.descending === true;
  const ordered = useMemo(
    () => (valueOf === undefined ? rows : inOrder(rows, valueOf, descending)),
    [rows, valueOf, descending],
  );
  const visible = useMemo(() => columns.filter((column) => !hidden.includes(column.id)), [columns, hidden]);
  const toggleSort = (column: string) => {
    if (sort?.column !== column) setSort({ column, descending: false });
    else setSort(sort.descending ? null : { column, descending: true });
  };
  return { ordered, visible, sort, toggleSort };
}
