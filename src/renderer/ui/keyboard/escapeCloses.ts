import type { KeyboardEvent } from "react";

/** For a button that opens a menu: Esc closes it also before the keyboard has come into it. */
export function escapeCloses(event: KeyboardEvent<HTMLElement>): void {
  const button = event.currentTarget;
  if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
  event.preventDefault();
  button.click();
}
