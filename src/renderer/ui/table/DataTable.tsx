import { Button } from "@mantine/core";
import { useCallback, useRef, type ReactNode, type Ref } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "#contract/fault.ts";
import type { MenuAction } from "../ActionMenu.tsx";
import { EmptyState } from "../page/EmptyState.tsx";
import { ErrorState } from "../page/ErrorState.tsx";
import type { TableColumn } from "./columns.ts";
import classes from "./DataTable.module.css";
import { SelectionBar } from "./SelectionBar.tsx";
import { StaleNotice } from "./StaleNotice.tsx";
import { TableGrid, type GridHandle } from "./TableGrid.tsx";
import { TableToolbar } from "./TableToolbar.tsx";
import { useSearch, type TableSearch } from "./useSearch.ts";
import { useSelection } from "./useSelection.ts";
import { useTableHandle, type TableHandle } from "./useTableHandle.ts";
import { useTableModel, type Sort } from "./useTableModel.ts";
import { useTableView } from "./useTableView.ts";

export interface DataTableProps<Row> {
  /** Under which the person's columns and density are remembered. */
  readonly id: string;
  /** Whose rows these are, where the table stays while that changes: it begins anew then, with nothing selected, at the top. */
  readonly scope?: string;
  /** Names the table to assistive technology. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** Stable functions: keep them outside the component. */
  readonly rowId: (row: Row) => string;
  readonly rowLabel: (row: Row) => string;
  readonly loading?: boolean;
  readonly fault?: Fault | null;
  readonly onRetry?: () => void;
  /** Shown when there is nothing and nothing was searched for. */
  readonly empty: ReactNode;
  /** How many there are before search and filters; the number of rows without it. */
  readonly total?: number | null;
  /** How many match, where the server searches and has sent only the first of them. */
  readonly matching?: number;
  readonly search?: TableSearch<Row>;
  readonly filters?: ReactNode;
  readonly filtered?: boolean;
  readonly onResetFilters?: () => void;
  readonly toolbarEnd?: ReactNode;
  readonly sort?: Sort | null;
  readonly onSort?: (sort: Sort | null) => void;
  readonly serverSorted?: boolean;
  readonly onOpen?: (row: Row) => void;
  /** Id of the row whose drawer is open. */
  readonly openId?: string | null;
  readonly rowActions?: (row: Row) => readonly MenuAction[];
  /** Makes rows selectable. */
  readonly bulkActions?: (rows: readonly Row[], clear: () => void) => readonly MenuAction[];
  readonly hasMore?: boolean;
  readonly onLoadMore?: () => void;
  /** Receives what the screen may ask of the table. */
  readonly handle?: Ref<TableHandle<Row>>;
}

/** The one table of the product. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowId, search, loading = false, fault, bulkActions, hasMore = false } = props;
  const { t } = useTranslation();
  const view = useTableView(props.id, columns);
  const found = useSearch(rows, search);
  const model = useTableModel({
    columns,
    rows: found,
    hidden: view.hidden,
    serverSorted: props.serverSorted ?? false,
    ...(props.sort === undefined ? {} : { sort: props.sort }),
    ...(props.onSort ? { onSort: props.onSort } : {}),
  });
  const selection = useSelection(props.scope ?? "", model.ordered, rowId);
  const grid = useRef<GridHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);
  useTableHandle(props.handle, model.ordered, rowId, grid);

  const searchValue = search?.value;
  const changeSearch = search?.onChange;
  const onBack = useCallback((): boolean => {
    if (!searchValue || !changeSearch) return false;
    changeSearch("");
    return true;
  }, [searchValue, changeSearch]);

  const total = props.total ?? (hasMore ? null : rows.length);
  const shown = props.matching ?? (hasMore ? total : model.ordered.length);
  const nothing = !loading && model.ordered.length === 0 && !hasMore;
  const pointless = nothing && !search && !props.filters && !props.toolbarEnd;
  return (
    <div className={classes["table"]}>
      {pointless ? null : selection.selectedRows.length > 0 && bulkActions ? (
        <SelectionBar
          count={selection.selectedRows.length}
          actions={bulkActions(selection.selectedRows, selection.clear)}
          onClear={selection.clear}
          onLeave={() => grid.current?.focus()}
        />
      ) : (
        <TableToolbar
          columns={columns}
          view={view}
          search={search}
          searchRef={searchField}
          onLeaveSearch={() => grid.current?.focus()}
          filters={props.filters}
          end={props.toolbarEnd}
          shown={loading || (fault && rows.length === 0) ? null : shown}
          total={total}
        />
      )}
      {fault && rows.length > 0 ? <StaleNotice fault={fault} label={props.label} onRetry={props.onRetry} /> : null}
      {fault && rows.length === 0 ? (
        <ErrorState
          fault={fault}
          title={t("error.notLoaded", { what: props.label })}
          {...(props.onRetry ? { onRetry: props.onRetry } : {})}
        />
      ) : nothing ? (
        <Nothing {...props} />
      ) : (
        <TableGrid
          key={view.rowHeight}
          {...props}
          hasMore={hasMore && !fault}
          handle={grid}
          model={model}
          view={view}
          selection={selection}
          count={shown}
          onBack={onBack}
        />
      )}
    </div>
  );
}

function Nothing<Row>({ search, filtered, onResetFilters, empty }: DataTableProps<Row>) {
  const { t } = useTranslation();
  if (!search?.value && !filtered) return empty;
  const reset = () => {
    search?.onChange("");
    onResetFilters?.();
  };
  return (
    <EmptyState
      text={t("table.nothingFound")}
      action={
        <Button variant="default" onClick={reset}>
          {t("table.resetFilters")}
        </Button>
      }
    />
  );
}
