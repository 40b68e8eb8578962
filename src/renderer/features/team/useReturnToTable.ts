import { useEffect, useRef, type RefObject } from "react";
import type { TableHandle } from "#renderer/ui/table/useTableHandle.ts";

/** Puts the keyboard back on the table's row once drawers and dialogs are gone. */
export function useReturnToTable<Row>(busy: boolean, table: RefObject<TableHandle<Row> | null>): void {
  const before = useRef(busy);
  useEffect(() => {
    const over = before.current && !busy;
    before.current = busy;
    if (!over) return undefined;
    const timer = setTimeout(() => table.current?.focus());
    return () => clearTimeout(timer);
  }, [busy, table]);
}
