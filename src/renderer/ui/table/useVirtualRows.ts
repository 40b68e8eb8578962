import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useReducer, useRef, useState, type RefObject } from "react";
import { flushSync } from "react-dom";
import { painted } from "#renderer/bridge/painted.ts";

/** Title and tools above the rows of most screens, in pixels. */
const above = 104;
/** So many rows are drawn above and below those in the window, for who scrolls. */
const margin = 4;

interface VirtualRowsOptions {
  /** With another one the rows begin at the top. */
  readonly scope?: string;
  readonly count: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rowHeight: number;
  /** Height of what sticks above the rows. */
  readonly headerHeight: number;
  readonly rangeExtractor: (range: {
    startIndex: number;
    endIndex: number;
    overscan: number;
    count: number;
  }) => number[];
}

/** TanStack's virtualizer for rows of one height, which must not change while mounted; it draws again only when other rows come into view. */
export function useVirtualRows(options: VirtualRowsOptions): Virtualizer<HTMLDivElement, Element> {
  const { scope = "", count, scroller, rowHeight, headerHeight, rangeExtractor } = options;
  const [, redraw] = useReducer((version: number) => version + 1, 0);
  const resolved = {
    count,
    overscan: useMargin(scope),
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    rangeExtractor,
    getScrollElement: () => scroller.current,
    // Until it is measured: without rows the empty table would be laid out first, and then all of it again.
    initialRect: { width: 0, height: Math.max(0, window.innerHeight - above) },
    estimateSize: () => rowHeight,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: (_: unknown, sync: boolean) => (sync ? flushSync(redraw) : redraw()),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLDivElement, Element>(resolved));
  virtualizer.setOptions(resolved);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  const shown = useRef(scope);
  useLayoutEffect(() => {
    if (shown.current === scope) return;
    shown.current = scope;
    if (!virtualizer.scrollOffset) return;
    goToTop(virtualizer);
    redraw();
  }, [scope, virtualizer]);
  return virtualizer;
}

/** None at first: nobody sees these rows, and those that are seen are sooner on the screen without them. */
function useMargin(scope: string): number {
  const [drawn, setDrawn] = useState<string | null>(null);
  useEffect(() => {
    if (drawn === scope) return undefined;
    let gone = false;
    void painted().then(() => {
      if (!gone) setDrawn(scope);
    });
    return () => {
      gone = true;
    };
  }, [scope, drawn]);
  return drawn === scope ? margin : 0;
}

/** At once: the event that tells of it comes after the next frame, which would be empty. */
function goToTop(virtualizer: Virtualizer<HTMLDivElement, Element>): void {
  virtualizer.scrollElement?.scrollTo({ top: 0 });
  virtualizer.scrollOffset = 0;
}
