/** Where the keyboard is in the matrix; column 0 is the row's name. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const page = 8;

/** Where a key leads from a place in a grid of this size, or null where it means nothing. */
export function walk({ row, column }: Place, press: KeyPress, size: { rows: number; columns: number }): Place | null {
  if (press.altKey) return null;
  const far = press.ctrlKey || press.metaKey;
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: clamp(nextRow, size.rows),
    column: clamp(nextColumn, size.columns),
  });
  switch (press.key) {
    case "ArrowDown":
      return to(row + 1, column);
    case "ArrowUp":
      return to(row - 1, column);
    case "ArrowRight":
      return to(row, column + 1);
    case "ArrowLeft":
      return to(row, column - 1);
    case "PageDown":
      return to(row + page, column);
    case "PageUp":
      return to(row - page, column);
    case "Home":
      return to(far ? 0 : row, 0);
    case "End":
      return to(far ? size.rows - 1 : row, size.columns - 1);
    default:
      return null;
  }
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
