/** Counts the events in an export as it passes: lines of JSON, or CSV records below their header. */
export function rowCounter(format: "csv" | "json"): { count(chunk: Uint8Array): number } {
  let quoted = false;
  let lines = 0;
  return {
    count: (chunk) => {
      for (const byte of chunk) {
        // A line break inside quotes belongs to a CSV field.
        if (byte === 0x22 && format === "csv") quoted = !quoted;
        else if (byte === 0x0a && !quoted) lines++;
      }
      return format === "csv" ? Math.max(0, lines - 1) : lines;
    },
  };
}
