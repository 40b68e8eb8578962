import { useRef, useState, type FocusEvent, type UIEvent } from "react";

/** Whether somebody is reading in a list, scrolled down or on a row with the keyboard; spread `handlers` around it. */
export function useReading() {
  const [scrolled, setScrolled] = useState(false);
  const [onRow, setOnRow] = useState(false);
  const scroller = useRef<Element | null>(null);
  const handlers = {
    onScrollCapture: ({ target }: UIEvent) => {
      if (!(target instanceof Element)) return;
      scroller.current = target;
      setScrolled(target.scrollTop > 0);
    },
    onFocus: ({ target }: FocusEvent) => setOnRow(target.closest("[data-index]") !== null),
    onBlur: () => setOnRow(false),
  };
  const toTop = () => {
    scroller.current?.scrollTo({ top: 0 });
    setScrolled(false);
  };
  return { busy: scrolled || onRow, handlers, toTop };
}
