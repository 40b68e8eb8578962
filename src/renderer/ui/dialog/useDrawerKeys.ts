import { useEffect, useEffectEvent, useRef, type RefObject } from "react";
import { placeOfFocus, recoverFocus } from "../keyboard/keyboardFocus.ts";
import { isTyping } from "../keyboard/useSlash.ts";

/** Something above the drawer takes the key: a dialog, or a list or menu that is open, or opening right now. */
const higher =
  '[aria-modal="true"],[role="menu"],[role="listbox"],[role="dialog"],[aria-haspopup][aria-expanded="true"]';

/** Closed menus may stay in the page, only hidden. */
const isSomethingAbove = (): boolean =>
  [...document.querySelectorAll<HTMLElement>(higher)].some((element) => element.checkVisibility());

/** Focus on opening and back on closing; Esc closes from anywhere, ↑ ↓ inside the drawer walk the list behind. */
export function useDrawerKeys(
  onClose: () => void,
  onStep: ((step: -1 | 1) => void) | undefined,
): RefObject<HTMLDialogElement | null> {
  const panel = useRef<HTMLDialogElement>(null);
  const above = useRef(false);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || above.current) return;
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
    const opener = placeOfFocus();
    panel.current?.focus({ preventScroll: true });
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    // First of all: a dialog is gone once it has heard Esc, and a button's tooltip keeps Esc to itself.
    const early = (event: KeyboardEvent) => {
      above.current = isSomethingAbove();
      if (event.key === "Escape" && !isTyping(event.target)) onKeyDown(event);
    };
    window.addEventListener("keydown", early, true);
    document.addEventListener("keydown", listener);
    return () => {
      window.removeEventListener("keydown", early, true);
      document.removeEventListener("keydown", listener);
      recoverFocus(opener);
    };
  }, []);
  return panel;
}
