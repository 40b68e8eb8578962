import { useCallback, useEffect, useRef } from "react";

/** Where the keyboard goes when what it was on is gone: an open drawer, else the page. */
const places = ["dialog[open]", "#main"];

/** Whether nothing in the page has the keyboard. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** Whether no more than the page as a whole has the keyboard. */
export function isFocusAdrift(): boolean {
  return isFocusLost() || document.activeElement?.id === "main";
}

/** Gives a lost keyboard back to `preferred`, or where that is gone to what is still there. */
export function recoverFocus(preferred: Element | null): void {
  if (!isFocusAdrift()) return;
  const found = preferred?.isConnected === true && preferred !== document.body ? preferred : null;
  const target = found ?? places.map((place) => document.querySelector(place)).find((place) => place !== null);
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}

/** An entry of a menu goes with its menu, which its button had opened. */
function openerOf(active: Element | null): Element | null {
  const button = active?.closest("[role=menu]")?.getAttribute("aria-labelledby") ?? null;
  return button === null ? active : document.getElementById(button);
}

/** What had the keyboard last. A menu is gone before the dialog is there that one of its entries opens. */
let last: Element | null = null;

document.addEventListener("focusin", ({ target }) => {
  last = target instanceof Element ? openerOf(target) : null;
});

/** After a dialog the keyboard is where it was before. Call the result once the dialog has left the screen. */
export function useReturnFocus(opened: boolean): () => void {
  const opener = useRef<Element | null>(null);
  const recover = useCallback(() => {
    setTimeout(() => recoverFocus(opener.current));
  }, []);
  useEffect(() => {
    if (!opened) return undefined;
    opener.current = isFocusLost() ? last : openerOf(document.activeElement);
    return recover;
  }, [opened, recover]);
  return recover;
}

/** What goes from a page leaves the keyboard to it. */
export function useLeavingFocus(): void {
  useEffect(() => () => void setTimeout(() => recoverFocus(null)), []);
}
