import { useEffect, useEffectEvent, type RefObject } from "react";

/** A menu, list or popover that a control of the dialog has opened, unless it is always open. */
const opened = '[aria-haspopup][aria-expanded="true"]:not([data-mantine-stop-propagation="false"])';

/** Whether Esc belongs to something that was opened from inside the dialog, or to a dialog above it. */
function isSomethingAbove(dialog: HTMLElement | null): boolean {
  const top = [...document.querySelectorAll('[aria-modal="true"]')].at(-1);
  return dialog === null || !dialog.contains(top ?? null) || dialog.querySelector(opened) !== null;
}

/** Esc closes the dialog from anywhere, but first what is open in it: Mantine's own closes both at once. */
export function useEscape(active: boolean, dialog: RefObject<HTMLElement | null>, onClose: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
    if (isSomethingAbove(dialog.current)) return;
    event.preventDefault();
    onClose();
  });
  useEffect(() => {
    if (!active) return undefined;
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    // Before whatever has the keyboard: a tooltip keeps Esc to itself.
    window.addEventListener("keydown", listener, true);
    return () => window.removeEventListener("keydown", listener, true);
  }, [active]);
}
