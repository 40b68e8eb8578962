import { useCallback, useMemo } from "react";
import { useScopedState } from "../useScopedState.ts";

const none: ReadonlySet<string> = new Set();

/** Which rows are chosen. Rows that leave the list leave the selection: nothing unseen is ever acted on. */
export function useSelection<Row>(scope: string, rows: readonly Row[], rowId: (row: Row) => string) {
  const [chosen, setChosen] = useScopedState(scope, none);
  const [anchor, setAnchor] = useScopedState<string | null>(scope, null);
  const selectedRows = useMemo(
    () => (chosen.size === 0 ? [] : rows.filter((row) => chosen.has(rowId(row)))),
    [rows, chosen, rowId],
  );

  const toggle = useCallback(
    (index: number) => {
      const row = rows[index];
      if (row === undefined) return;
      setAnchor(rowId(row));
      setChosen((before) => toggled(before, rowId(row)));
    },
    [rows, rowId, setChosen, setAnchor],
  );

  const extendTo = useCallback(
    (index: number, from?: number) => {
      const known = rows.findIndex((row) => rowId(row) === anchor);
      const start = known === -1 ? (from ?? index) : known;
      const first = rows[start];
      setAnchor(first === undefined ? null : rowId(first));
      const range = rows.slice(Math.min(start, index), Math.max(start, index) + 1);
      setChosen((before) => new Set([...before, ...range.map(rowId)]));
    },
    [rows, rowId, anchor, setChosen, setAnchor],
  );

  const selectAll = useCallback(() => setChosen(new Set(rows.map(rowId))), [rows, rowId, setChosen]);
  const clear = useCallback(() => {
    setAnchor(null);
    setChosen(none);
  }, [setChosen, setAnchor]);
  return { chosen, selectedRows, toggle, extendTo, selectAll, clear };
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
