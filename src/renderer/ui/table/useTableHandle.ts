import { useImperativeHandle, type Ref, type RefObject } from "react";
import type { GridHandle } from "./TableGrid.tsx";

/** What a screen may ask of its table. */
export interface TableHandle<Row> {
  /** The row above (-1) or below (1) the one with this id in the order shown; nothing at the ends. */
  readonly neighbour: (id: string, step: -1 | 1) => Row | null;
  /** Puts the keyboard back into the table: on the row with this id, else on the one it was on last. */
  readonly focus: (id?: string) => void;
}

/** Lets a drawer walk the list behind it in the order that the person sees. */
export function useTableHandle<Row>(
  handle: Ref<TableHandle<Row>> | undefined,
  ordered: readonly Row[],
  rowId: (row: Row) => string,
  grid: RefObject<GridHandle | null>,
): void {
  useImperativeHandle(
    handle,
    () => ({
      neighbour: (id, step) => {
        const index = ordered.findIndex((row) => rowId(row) === id);
        return index === -1 ? null : (ordered[index + step] ?? null);
      },
      focus: (id) => {
        const index = id === undefined ? -1 : ordered.findIndex((row) => rowId(row) === id);
        grid.current?.focus(index === -1 ? undefined : index);
      },
    }),
    [ordered, rowId, grid],
  );
}
