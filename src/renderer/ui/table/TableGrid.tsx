import { useElementSize, useMergedRef } from "@mantine/hooks";
import { useImperativeHandle, useMemo, useRef, type CSSProperties, type Ref } from "react";
import { useTranslation } from "react-i18next";
import { fitColumns, gridTemplate, menuWidth, selectWidth } from "./columns.ts";
import type { DataTableProps } from "./DataTable.tsx";
import classes from "./DataTable.module.css";
import { RowMenu } from "./RowMenu.tsx";
import { TableHeader } from "./TableHeader.tsx";
import { TableRow } from "./TableRow.tsx";
import { TableSkeleton } from "./TableSkeleton.tsx";
import { useSteady } from "../useSteady.ts";
import { useGridEvents } from "./useGridEvents.ts";
import { useHeads } from "./useHeads.ts";
import { useKeptFocus } from "./useKeptFocus.ts";
import { useRows } from "./useRows.ts";
import type { useSelection } from "./useSelection.ts";
import type { useTableModel } from "./useTableModel.ts";
import type { TableView } from "./useTableView.ts";

export interface GridHandle {
  /** The row the keyboard was on last, or the one at `index`. */
  readonly focus: (index?: number) => void;
}

export interface TableGridProps<Row> extends Omit<DataTableProps<Row>, "handle"> {
  readonly model: ReturnType<typeof useTableModel<Row>>;
  readonly view: TableView;
  readonly selection: ReturnType<typeof useSelection<Row>>;
  /** How many rows there are in all pages; unknown while the server still pages. */
  readonly count: number | null;
  /** Esc with nothing selected; says whether there was a step to take. */
  readonly onBack: () => boolean;
  readonly handle: Ref<GridHandle>;
}

/** Room beside the columns: the row's own padding. */
const rowPadding = 28;

/** Header and virtual rows as one grid that the keyboard walks. */
export function TableGrid<Row>(props: TableGridProps<Row>) {
  const { label, rowId, rowLabel, rowActions, bulkActions, model, view, selection, count, openId, loading } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width } = useElementSize<HTMLDivElement>();
  const merged = useMergedRef(scroller, sizeRef);
  const selectable = bulkActions !== undefined;
  const hasMenu = rowActions !== undefined;

  const room = Math.max(0, width - rowPadding - (selectable ? selectWidth : 0) - (hasMenu ? menuWidth : 0));
  const columns = useMemo(() => fitColumns(model.visible, room), [model.visible, room]);
  const style: CSSProperties & Record<`--${string}`, string> = {
    "--columns": gridTemplate(columns, selectable, hasMenu),
    "--row-height": `${view.rowHeight}px`,
  };

  const rows = useRows(props, scroller);
  const events = useGridEvents(props, rows);
  const kept = useKeptFocus(props, rows);
  useImperativeHandle(props.handle, () => ({ focus: (index) => rows.focus(index ?? Math.max(0, rows.active)) }), [
    rows,
  ]);
  const menuId = events.menu?.rowId;
  const menuRow = menuId === undefined ? undefined : model.ordered.find((row) => rowId(row) === menuId);

  const heads = useHeads(columns);
  const sort = useSteady(model.toggleSort);
  const selectAll = useSteady(selection.selectedRows.length > 0 ? selection.clear : selection.selectAll);
  const { t } = useTranslation();
  const words = useMemo(() => ({ select: t("table.select"), actions: t("table.rowActions") }), [t]);
  const semantics = {
    role: "grid",
    "aria-label": label,
    "aria-busy": loading ?? false,
    "aria-multiselectable": selectable,
    "aria-rowcount": count === null ? -1 : count + 1,
    "aria-colcount": columns.length + (selectable ? 1 : 0) + (hasMenu ? 1 : 0),
  };

  return (
    <div ref={merged} className={classes["scroller"]} style={style}>
      <table
        className={classes["grid"]}
        {...semantics}
        data-opens={props.onOpen ? true : undefined}
        data-selecting={selection.selectedRows.length > 0 || undefined}
        {...events.handlers}
        {...kept}
      >
        <TableHeader
          columns={heads}
          sort={model.sort}
          onSort={sort}
          serverSorted={props.serverSorted ?? false}
          hasMenu={hasMenu}
          {...(selectable ? { selection: extent(selection.selectedRows.length, model.ordered.length) } : {})}
          onSelectAll={selectAll}
        />
        <tbody className={classes["body"]} style={{ height: loading ? 0 : rows.height }}>
          {(loading ? [] : rows.items).map(({ index, row, id, slot, gap }) => (
            <TableRow
              key={slot}
              id={id}
              row={row}
              label={rowLabel(row)}
              index={index}
              gap={gap}
              columns={columns}
              selectable={selectable}
              hasMenu={hasMenu}
              selected={selection.chosen.has(id)}
              active={index === Math.max(0, rows.active)}
              open={openId === id}
              words={words}
            />
          ))}
        </tbody>
      </table>
      {loading || props.hasMore ? (
        <TableSkeleton columns={columns} selectable={selectable} rows={loading ? 12 : 3} />
      ) : null}
      <RowMenu
        place={events.menu}
        actions={menuRow !== undefined && rowActions ? rowActions(menuRow) : []}
        onClose={events.closeMenu}
      />
    </div>
  );
}

function extent(selected: number, all: number): "none" | "some" | "all" {
  if (selected === 0) return "none";
  return selected === all ? "all" : "some";
}
