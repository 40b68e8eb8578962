import { useCallback, useMemo, useRef, useState } from "react";

const none: ReadonlySet<string> = new Set();

/** Which rows are chosen. Rows that leave the list leave the selection: nothing unseen is ever acted on. */
export function useSelection<Row>(rows: readonly Row[], rowId: (row: Row) => string) {
  const [chosen, setChosen] = useState(none);
  const anchor = useRef<string | null>(null);
  const selectedRows = useMemo(
    () => (chosen.size === 0 ? [] : rows.filter((row) => chosen.has(rowId(row)))),
    [rows, chosen, rowId],
  );

  const toggle = useCallback(
    (index: number) => {
      const row = rows[index];
      if (row === undefined) return;
      anchor.current = rowId(row);
      setChosen((before) => toggled(before, rowId(row)));
    },
    [rows, rowId],
  );

  const extendTo = useCallback(
    (index: number, from?: number) => {
      const known = rows.findIndex((row) => rowId(row) === anchor.current);
      const start = known === -1 ? (from ?? index) : known;
      const first = rows[start];
      anchor.current = first === undefined ? null : rowId(first);
      const range = rows.slice(Math.min(start, index), Math.max(start, index) + 1);
      setChosen((before) => new Set([...before, ...range.map(rowId)]));
    },
    [rows, rowId],
  );

  const selectAll = useCallback(() => setChosen(new Set(rows.map(rowId))), [rows, rowId]);
  const clear = useCallback(() => {
    anchor.current = null;
    setChosen(none);
  }, []);
  return { chosen, selectedRows, toggle, extendTo, selectAll, clear };
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
