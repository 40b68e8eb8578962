/** Where something stood in the page, so that what is there afterwards can be found. */
export interface FocusPlace {
  readonly element: Element;
  /** What it was inside of, from the inside out, up to the part of the page that it belongs to. */
  readonly around: readonly Around[];
}

interface Around {
  readonly parent: Element;
  readonly index: number;
}

/** What belongs together: beyond it nothing stands in something's place. */
const parts = 'section,nav,aside,main,dialog,[role="dialog"]';

const focusable = 'a[href],button,input,select,textarea,[tabindex]:not([tabindex="-1"])';

/** An entry of a menu, and what is in a popover, go with it: the place is that of the button that opened it. */
function openerOf(element: Element): Element {
  const opener = element.closest('[role="menu"],[role="dialog"]')?.getAttribute("aria-labelledby");
  const button = opener ? document.getElementById(opener) : null;
  return button?.hasAttribute("aria-haspopup") ? button : element;
}

/** Where the element stands, or what opened the menu that it is in. */
export function placeOf(active: Element): FocusPlace {
  const element = openerOf(active);
  const part = element.closest(parts);
  return { element, around: part === null ? [] : aroundIn(part, element) };
}

function aroundIn(part: Element, child: Element): readonly Around[] {
  const parent = child.parentElement;
  if (child === part || parent === null) return [];
  return [{ parent, index: [...parent.children].indexOf(child) }, ...aroundIn(part, parent)];
}

/** Whether the part of the page is still there that it belongs to. */
export function isPartThere({ element, around }: FocusPlace): boolean {
  return (around.at(-1)?.parent ?? element).isConnected;
}

/** Gives the keyboard to what stands there now: the same element, else what took its place or is beside it. */
export function focusAt({ element, around }: FocusPlace): boolean {
  if (takes(element, { preventScroll: true })) return true;
  const left = around.find(({ parent }) => parent.isConnected);
  const near = left ? [left.parent.children[left.index], left.parent.children[left.index - 1]] : [];
  return near.some((each) => each !== undefined && isOneTaking(each));
}

function isOneTaking(near: Element): boolean {
  const itself = near.matches(`[tabindex],${focusable}`) ? [near] : [];
  return [...itself, ...near.querySelectorAll(focusable)].some((each) => takes(each));
}

/** What is gone, disabled or hidden does not take it. */
function takes(element: Element, options: FocusOptions = {}): boolean {
  if (element instanceof HTMLElement) element.focus(options);
  return document.activeElement === element && element !== document.body;
}
