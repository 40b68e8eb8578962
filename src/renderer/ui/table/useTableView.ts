import { useCallback, useMemo } from "react";
import { usePreferences } from "#renderer/bridge/preferences.ts";
import type { TableColumn } from "./columns.ts";

/** How a person wants this table, on this machine: its hidden columns, and the row height of all tables. */
export function useTableView<Row>(id: string, columns: readonly TableColumn<Row>[]) {
  const [{ hiddenColumns, density }, save] = usePreferences();
  const chosen = hiddenColumns[id];
  const initially = columns.flatMap((column) => (column.initiallyHidden ? [column.id] : [])).join(" ");
  const hidden = useMemo(() => chosen ?? initially.split(" ").filter(Boolean), [chosen, initially]);
  const toggleColumn = useCallback(
    (column: string) => {
      const next = hidden.includes(column) ? hidden.filter((other) => other !== column) : [...hidden, column];
      save({ hiddenColumns: { ...hiddenColumns, [id]: next } });
    },
    [hidden, hiddenColumns, id, save],
  );
  const setCompact = useCallback((on: boolean) => save({ density: on ? "compact" : "comfortable" }), [save]);
  const compact = density === "compact";
  return useMemo(
    () => ({ hidden, compact, rowHeight: compact ? 32 : 40, toggleColumn, setCompact }),
    [hidden, compact, toggleColumn, setCompact],
  );
}

export type TableView = ReturnType<typeof useTableView>;
