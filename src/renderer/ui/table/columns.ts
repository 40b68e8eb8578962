import type { ReactNode } from "react";
import type { SortValue } from "./compareValues.ts";

/** One column of a table. Keep the array outside the component or memoised: a new one renders every row again. */
export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** What it sorts by; without it (and without `sortable`) the column does not sort. */
  readonly value?: (row: Row) => SortValue;
  /** Sorts although it has no value here, because the server sorts. */
  readonly sortable?: boolean;
  /** Least width in pixels. */
  readonly width: number;
  /** Share of what is left over; 0 keeps the width. */
  readonly grow?: number;
  readonly align?: "start" | "end";
  /** 1 always stays; of the others the highest number leaves first when the window is narrow. Default 2. */
  readonly priority?: number;
  /** Off until the person turns it on. */
  readonly initiallyHidden?: boolean;
  /**
   * Only shows what it is given and keeps nothing of its own (no menu, no field): when another row comes into view, the
   * cell is written anew instead of being made anew.
   */
  readonly plain?: boolean;
}

/** Widths in pixels of the two columns that the table adds itself. */
export const selectWidth = 40;
export const menuWidth = 44;

/** The columns that fit into `width` pixels without a scroll bar; 0 means not measured yet, and all stay. */
export function fitColumns<Row>(columns: readonly TableColumn<Row>[], width: number): readonly TableColumn<Row>[] {
  if (width === 0) return columns;
  const fitting = [...columns];
  while (sum(fitting) > width) {
    const leaving = leastImportant(fitting);
    if (!leaving) break;
    fitting.splice(fitting.indexOf(leaving), 1);
  }
  return fitting.length === columns.length ? columns : fitting;
}

function sum<Row>(columns: readonly TableColumn<Row>[]): number {
  return columns.reduce((total, column) => total + column.width, 0);
}

function leastImportant<Row>(columns: readonly TableColumn<Row>[]): TableColumn<Row> | undefined {
  const candidates = columns.filter((column) => (column.priority ?? 2) > 1);
  const highest = Math.max(...candidates.map((column) => column.priority ?? 2));
  return candidates.findLast((column) => (column.priority ?? 2) === highest);
}

/** The grid template shared by the header and every row, so that they line up without measuring. */
export function gridTemplate<Row>(columns: readonly TableColumn<Row>[], select: boolean, menu: boolean): string {
  const tracks = columns.map((column) =>
    column.grow === 0 ? `${column.width}px` : `minmax(min(${column.width}px, 100%), ${column.grow ?? 1}fr)`,
  );
  return [select ? `${selectWidth}px` : "", ...tracks, menu ? `${menuWidth}px` : ""].filter(Boolean).join(" ");
}
