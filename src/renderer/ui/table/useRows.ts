import { defaultRangeExtractor, type Range } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useState, type RefObject } from "react";
import { flushSync } from "react-dom";
import { useScopedState } from "../useScopedState.ts";
import { Slots } from "./slots.ts";
import type { TableGridProps } from "./TableGrid.tsx";
import { useVirtualRows } from "./useVirtualRows.ts";

/** Height of the sticky header in pixels; rows scroll under it. */
const headerHeight = 36;
/** So many rows before the end the next page is asked for. */
const loadAhead = 15;

/** The rows in the window, which of them the keyboard is on, and moving it. */
export function useRows<Row>(
  props: Pick<TableGridProps<Row>, "scope" | "model" | "view" | "rowId" | "openId" | "hasMore" | "onLoadMore">,
  scroller: RefObject<HTMLDivElement | null>,
) {
  const { scope = "", model, view, rowId, openId, hasMore, onLoadMore } = props;
  const { ordered } = model;
  const [held, hold] = useScopedState(scope, nobody);
  const active = useMemo(() => placeOf(held, ordered, rowId), [held, ordered, rowId]);
  const setActive = (index: number) => {
    const row = ordered[index];
    hold({ index, id: row === undefined ? null : rowId(row) });
  };
  const rangeExtractor = useCallback((range: Range) => withActive(defaultRangeExtractor(range), active), [active]);
  const virtualizer = useVirtualRows({
    scope,
    count: ordered.length,
    scroller,
    rowHeight: view.rowHeight,
    headerHeight,
    rangeExtractor,
  });

  const focus = (index: number) => {
    if (index < 0) return;
    flushSync(() => setActive(index));
    virtualizer.scrollToIndex(index);
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
  };

  const openIndex = useMemo(
    () => (openId ? ordered.findIndex((row) => rowId(row) === openId) : -1),
    [openId, ordered, rowId],
  );
  const [followed, setFollowed] = useState(-1);
  if (openIndex !== followed) {
    setFollowed(openIndex);
    if (openIndex !== -1) setActive(openIndex);
  }
  useEffect(() => {
    if (openIndex !== -1) virtualizer.scrollToIndex(openIndex);
  }, [openIndex, virtualizer]);

  const visible = virtualizer.getVirtualItems();
  const last = visible.at(-1)?.index ?? -1;
  const askedAt = hasMore === true && last >= ordered.length - loadAhead ? ordered.length : null;
  useEffect(() => {
    if (askedAt !== null) onLoadMore?.();
  }, [askedAt, onLoadMore]);

  const shown = visible.flatMap(({ index }, position) => {
    const row = ordered[index];
    const between = index - 1 - (visible[position - 1]?.index ?? -1);
    return row === undefined ? [] : [{ index, row, id: rowId(row), gap: between * view.rowHeight }];
  });
  const [slots] = useState(() => new Slots());
  const taken = slots.assign(shown.map(({ id }) => id));
  const items = shown.map((item, position) => ({ ...item, slot: taken[position] ?? 0 }));
  // Only when a key asks: measuring while drawing would lay the page out once more.
  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / view.rowHeight) - 2);
  return { items, height: virtualizer.getTotalSize(), active, setActive, focus, page };
}

/** The row with the focus stays in the document however far one scrolls, so that the focus is never lost. */
function withActive(indexes: number[], active: number): number[] {
  if (active < 0 || indexes.includes(active)) return indexes;
  return [...indexes, active].sort((a, b) => a - b);
}

const nobody: Held = { index: -1, id: null };

/** The row that the keyboard is on: who comes or goes above it must not put another row in its place. */
interface Held {
  readonly index: number;
  readonly id: string | null;
}

function placeOf<Row>({ index, id }: Held, ordered: readonly Row[], rowId: (row: Row) => string): number {
  const there = ordered[index];
  if (index < 0 || (there !== undefined && rowId(there) === id)) return index;
  const moved = ordered.findIndex((row) => rowId(row) === id);
  return moved === -1 ? Math.min(index, ordered.length - 1) : moved;
}
