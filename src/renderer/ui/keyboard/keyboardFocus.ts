import { focusAt, isPartThere, placeOf, type FocusPlace } from "./focusPlace.ts";

/** Where the keyboard goes when what it was on is gone: a dialog, else an open drawer, else the page. */
const places = ['[aria-modal="true"]', "dialog[open]", "#main"];

/** Whether nothing in the page has the keyboard. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** Whether no more than the page as a whole has the keyboard. */
export function isFocusAdrift(): boolean {
  return isFocusLost() || document.activeElement?.id === "main";
}

/** Gives a lost keyboard back to where it was, or where that is gone to what is still there. */
export function recoverFocus(preferred: FocusPlace | null): void {
  if (!isFocusAdrift() || (preferred !== null && focusAt(preferred))) return;
  const target = places.map((place) => document.querySelector(place)).find((place) => place !== null);
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}

let last: FocusPlace | null = null;

/** Where the keyboard is; while nothing has it, where it was last. */
export function placeOfFocus(): FocusPlace | null {
  return isFocusLost() || document.activeElement === null ? last : placeOf(document.activeElement);
}

document.addEventListener("focusin", ({ target }) => {
  if (target instanceof Element) last = placeOf(target);
});

const isUsable = (element: Element): boolean => element.isConnected && !element.matches(":disabled");

// What is removed or disabled loses the keyboard to nothing; whoever clicks beside it leaves it as it was.
document.addEventListener("focusout", ({ target, relatedTarget }) => {
  if (!(target instanceof Element) || relatedTarget !== null) return;
  const place = placeOf(target);
  setTimeout(() => {
    if (!isUsable(target)) keep(target, place);
  });
});

/** What is disabled while it works has the keyboard again afterwards; what is gone leaves it to what is in its place. */
function keep(target: Element, place: FocusPlace): void {
  const isSettled = (): boolean => {
    if (!isFocusLost()) return true;
    if (isUsable(target)) return focusAt(place);
    if (target.isConnected) return false;
    // A page or dialog that is gone as a whole is for what comes after it.
    if (isPartThere(place)) recoverFocus(place);
    return true;
  };
  if (isSettled()) return;
  const observer = new MutationObserver(() =>
    setTimeout(() => {
      if (isSettled()) observer.disconnect();
    }),
  );
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ["disabled"] });
}
