/** Reads CSV as RFC 4180 describes it: written for tests, apart from what writes it. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, next } = text[at] === '"' ? quoted(text, at + 1) : plain(text, at);
    row.push(cell);
    at = next;
    if (text[at] === ",") at += 1;
    else {
      rows.push(row);
      row = [];
      at += text.startsWith("\r\n", at) ? 2 : 1;
    }
  }
  return rows;
}

function plain(text: string, from: number) {
  let next = from;
  while (next < text.length && !",\r\n".includes(text[next] ?? "")) next += 1;
  return { cell: text.slice(from, next), next };
}

function quoted(text: string, from: number) {
  let cell = "";
  let next = from;
  for (;;) {
    const end = text.indexOf('"', next);
    cell += text.slice(next, end);
    if (text[end + 1] !== '"') return { cell, next: end + 1 };
    cell += '"';
    next = end + 2;
  }
}

/** What a spreadsheet would run instead of show. */
export const looksLikeFormula = (cell: string): boolean => /^[=+\-@\t\r＝＋－＠]/u.test(cell);

/** What a cell must read after it was written safely: itself, or itself behind an apostrophe. */
export const isSafely = (written: string | undefined, meant: string): boolean =>
  written === meant || written === `'${meant}`;
