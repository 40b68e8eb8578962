const quote = 0x22;
const lineFeed = 0x0a;
const brace = 0x7b;

/** Counts the events in an export as it passes: lines of JSON that hold one, or CSV records below their header. */
export function rowCounter(format: "csv" | "json"): { count(chunk: Uint8Array): number } {
  return format === "csv" ? csvCounter() : jsonCounter();
}

function csvCounter() {
  let quoted = false;
  let records = 0;
  const count = (chunk: Uint8Array): number => {
    for (const byte of chunk) {
      // A line break inside quotes belongs to a field.
      if (byte === quote) quoted = !quoted;
      else if (byte === lineFeed && !quoted) records++;
    }
    return Math.max(0, records - 1);
  };
  return { count };
}

function jsonCounter() {
  let lineStarts = true;
  let events = 0;
  const count = (chunk: Uint8Array): number => {
    for (const byte of chunk) {
      if (lineStarts && byte === brace) events++;
      lineStarts = byte === lineFeed;
    }
    return events;
  };
  return { count };
}
