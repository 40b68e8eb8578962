import { useEffect, useEffectEvent, useRef } from "react";
import { useFocusInside } from "../keyboard/useFocusInside.ts";
import { isFocusAdrift, recoverFocus } from "../keyboard/keyboardFocus.ts";
import type { TableGridProps } from "./TableGrid.tsx";
import type { useRows } from "./useRows.ts";

/** Keeps the keyboard in the table: on the row whose drawer was closed, and when a row goes, on the one in its place. */
export function useKeptFocus<Row>(
  { scope = "", model: { ordered }, rowId, openId }: Pick<TableGridProps<Row>, "scope" | "model" | "rowId" | "openId">,
  rows: ReturnType<typeof useRows<Row>>,
) {
  const opened = useRef<{ readonly scope: string; readonly id: string | null }>({ scope, id: null });
  const focusOn = (id: string | null) => {
    const index = ordered.findIndex((row) => rowId(row) === id);
    if (ordered.length > 0) rows.focus(index === -1 ? Math.max(0, rows.active) : index);
  };
  const onClosed = useEffectEvent(focusOn);
  const { inside, handlers } = useFocusInside(() => focusOn(null));

  useEffect(() => {
    const before = opened.current;
    opened.current = { scope, id: openId ?? null };
    const closed = openId || before.scope !== scope ? null : before.id;
    const isElsewhere = before.scope !== scope && inside.current;
    if (closed === null && !isElsewhere) return undefined;
    // Later: first the drawer gives the keyboard back to the row that it was opened from. The row that has it may show
    // somebody of another scope now; the first one there takes over.
    const timer = setTimeout(() => {
      // Unless the person has moved on to something else by then.
      if (inside.current || isFocusAdrift()) onClosed(closed);
    });
    return () => clearTimeout(timer);
  }, [scope, openId, inside]);

  useEffect(
    () => () => {
      if (inside.current) setTimeout(() => recoverFocus(null));
    },
    [inside],
  );
  return handlers;
}
