import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { VisuallyHidden } from "@mantine/core";
import { Truncate } from "../Truncate.tsx";
import classes from "./DataTable.module.css";
import type { ColumnHead } from "./useHeads.ts";
import type { Sort } from "./useTableModel.ts";

interface TableHeaderProps<Row> {
  readonly columns: readonly ColumnHead<Row>[];
  readonly sort: Sort | null;
  readonly onSort: (column: string) => void;
  readonly serverSorted: boolean;
  readonly hasMenu: boolean;
  /** How much is selected; nothing where rows cannot be. */
  readonly selection?: "none" | "some" | "all";
  readonly onSelectAll: () => void;
}

function Header<Row>(props: TableHeaderProps<Row>) {
  const { columns, sort, onSort, serverSorted, hasMenu, selection, onSelectAll } = props;
  const { t } = useTranslation();
  const offset = selection ? 2 : 1;
  return (
    <thead className={classes["head"]}>
      <tr className={classes["headRow"]} aria-rowindex={1}>
        {selection ? (
          <th className={classes["select"]} aria-colindex={1} scope="col">
            <input
              type="checkbox"
              aria-label={t("table.selectAll")}
              checked={selection === "all"}
              ref={(box) => {
                if (box) box.indeterminate = selection === "some";
              }}
              onChange={onSelectAll}
            />
          </th>
        ) : null}
        {columns.map((column, position) => (
          <th
            key={column.id}
            scope="col"
            className={classes["headCell"]}
            data-align={column.align}
            aria-colindex={position + offset}
            aria-sort={direction(sort, column.id)}
          >
            {(serverSorted ? column.sortable : column.value) ? (
              <SortButton column={column} sort={sort} onSort={onSort} />
            ) : (
              <Truncate>{column.header}</Truncate>
            )}
          </th>
        ))}
        {hasMenu ? (
          <th scope="col" aria-colindex={columns.length + offset}>
            <VisuallyHidden>{t("table.actions")}</VisuallyHidden>
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

/** The sticky first row: names, order, and the box that selects all. It stays as it is while other rows come. */
export const TableHeader = memo(Header) as typeof Header;

interface SortButtonProps<Row> {
  readonly column: ColumnHead<Row>;
  readonly sort: Sort | null;
  readonly onSort: (column: string) => void;
}

function SortButton<Row>({ column, sort, onSort }: SortButtonProps<Row>) {
  const Arrow = sort?.column === column.id && sort.descending ? IconArrowDown : IconArrowUp;
  return (
    <button
      type="button"
      className={classes["sort"]}
      data-sorted={sort?.column === column.id || undefined}
      onClick={() => onSort(column.id)}
    >
      <Truncate>{column.header}</Truncate>
      <Arrow size={12} aria-hidden="true" />
    </button>
  );
}

function direction(sort: Sort | null, column: string): "ascending" | "descending" | undefined {
  if (sort?.column !== column) return undefined;
  return sort.descending ? "descending" : "ascending";
}
