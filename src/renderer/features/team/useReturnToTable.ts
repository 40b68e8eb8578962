import { useEffect, useRef, type RefObject } from "react";
import { isFocusAdrift } from "#renderer/ui/keyboard/keyboardFocus.ts";
import type { TableHandle } from "#renderer/ui/table/useTableHandle.ts";

/**
 * Puts the keyboard back on the table's row once drawers and dialogs of the same organization are gone, where what opened
 * them did not take it.
 */
export function useReturnToTable<Row>(
  organizationId: string,
  busy: boolean,
  table: RefObject<TableHandle<Row> | null>,
): void {
  const before = useRef({ organizationId, busy });
  useEffect(() => {
    const over = before.current.busy && !busy && before.current.organizationId === organizationId;
    before.current = { organizationId, busy };
    if (!over) return undefined;
    const timer = setTimeout(() => {
      if (isFocusAdrift()) table.current?.focus();
    });
    return () => clearTimeout(timer);
  }, [organizationId, busy, table]);
}
