import { useEffect, useEffectEvent, useRef, type RefObject } from "react";
import { isTyping } from "./useSlash.ts";

/** Something above the drawer takes the key: a dialog, or a list or menu that is open. */
const above = '[aria-modal="true"],[role="menu"],[role="listbox"],[role="dialog"]';

/** Closed menus may stay in the page, only hidden. */
const isSomethingAbove = (): boolean =>
  [...document.querySelectorAll<HTMLElement>(above)].some((element) => element.checkVisibility());

/** Focus on opening and back on closing; Esc closes from anywhere, ↑ ↓ inside the drawer walk the list behind. */
export function useDrawerKeys(
  onClose: () => void,
  onStep: ((step: -1 | 1) => void) | undefined,
): RefObject<HTMLDialogElement | null> {
  const panel = useRef<HTMLDialogElement>(null);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isSomethingAbove()) return;
    if (event.key === "Escape") {
      event.preventDefault();
      onClose();
      return;
    }
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    const inside = event.target instanceof Node && panel.current?.contains(event.target);
    if (!step || !onStep || !inside || isTyping(event.target)) return;
    event.preventDefault();
    onStep(step);
  });

  useEffect(() => {
    const opener = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener("keydown", listener);
    return () => {
      document.removeEventListener("keydown", listener);
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
  return panel;
}
