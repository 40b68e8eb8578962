/** What a key means in a table. */
export type TableCommand =
  | { readonly kind: "move"; readonly to: number; readonly extend: boolean }
  | { readonly kind: "open" | "menu" | "toggle" | "selectAll" | "back" };

interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** @param active index of the row in focus, -1 for none; @param page how many rows fit on the screen. */
export function tableCommand(press: KeyPress, active: number, count: number, page: number): TableCommand | null {
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return press.key.toLowerCase() === "a" ? { kind: "selectAll" } : null;
  const to = destination(press.key, active, count, page);
  if (to !== null) return { kind: "move", to: clamp(to, count), extend: press.shiftKey };
  switch (press.key) {
    case "Enter":
      return { kind: "open" };
    case ".":
    case "ContextMenu":
      return { kind: "menu" };
    case "F10":
      return press.shiftKey ? { kind: "menu" } : null;
    case "x":
    case " ":
      return { kind: "toggle" };
    case "Escape":
      return { kind: "back" };
    default:
      return null;
  }
}

function destination(key: string, active: number, count: number, page: number): number | null {
  switch (key) {
    case "ArrowDown":
    case "j":
      return active + 1;
    case "ArrowUp":
    case "k":
      return active - 1;
    case "PageDown":
      return active + page;
    case "PageUp":
      return active - page;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
