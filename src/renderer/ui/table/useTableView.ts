import { useLocalStorage } from "@mantine/hooks";
import { useCallback, useMemo } from "react";
import type { TableColumn } from "./columns.ts";

interface View {
  readonly hidden?: readonly string[];
  readonly compact?: boolean;
}

/** How a person wants this table: hidden columns and row height, remembered on this machine. */
export function useTableView<Row>(id: string, columns: readonly TableColumn<Row>[]) {
  const [view, setView] = useLocalStorage<View>({
    key: `orgdesk.table.${id}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const hidden = useMemo(
    () => view.hidden ?? columns.filter((column) => column.initiallyHidden).map((column) => column.id),
    [view.hidden, columns],
  );
  const toggleColumn = useCallback(
    (column: string) => {
      const next = hidden.includes(column) ? hidden.filter((other) => other !== column) : [...hidden, column];
      setView((before) => ({ ...before, hidden: next }));
    },
    [hidden, setView],
  );
  const setCompact = useCallback((compact: boolean) => setView((before) => ({ ...before, compact })), [setView]);
  const compact = view.compact ?? false;
  return { hidden, compact, rowHeight: compact ? 32 : 40, toggleColumn, setCompact };
}

export type TableView = ReturnType<typeof useTableView>;
