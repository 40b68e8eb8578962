/** One page of rows as its manifest describes it: rows stand in the order of their keys. */
export interface Page {
  /** Names its block; never given twice in one organization's list. */
  readonly number: number;
  /** The smallest key of its rows. */
  readonly first: string;
  readonly rows: number;
  /** Which writing of the block it is. */
  readonly tag: string;
}

export type KeyOf<Row> = (row: Row) => string;

const fullPage = 500;

/** What becomes of a list of pages when rows change: which pages to read, and what then to write. */
export interface Rewriting<Row> {
  /** The pages that stay as they are. */
  readonly kept: readonly Page[];
  /** New pages in place of those that go. */
  readonly written: readonly (readonly Row[])[];
}

/** Cuts rows that are in order into pages. */
export function paged<Row>(rows: readonly Row[]): (readonly Row[])[] {
  const pages: (readonly Row[])[] = [];
  for (let from = 0; from < rows.length; from += fullPage) pages.push(rows.slice(from, from + fullPage));
  return pages;
}

/** Puts rows in the place of those with their key. Only pages that hold one of them are read and written again. */
export function replaceRows<Row>(
  pages: readonly Page[],
  changed: readonly Row[],
  keyOf: KeyOf<Row>,
  read: (page: Page) => readonly Row[],
): Rewriting<Row> {
  if (changed.length === 0) return { kept: pages, written: [] };
  const byPage = Map.groupBy(changed, (row) => pageFor(pages, keyOf(row)));
  const kept: Page[] = pages.filter((page) => !byPage.has(page));
  const written = [...byPage].flatMap(([page, rows]) => {
    const merged = new Map((page === null ? [] : read(page)).map((row) => [keyOf(row), row]));
    for (const row of rows) merged.set(keyOf(row), row);
    return paged([...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row));
  });
  return { kept, written };
}

/** The page in whose span a key lies; keys before the first page belong to it, null stands for no pages at all. */
function pageFor(pages: readonly Page[], key: string): Page | null {
  let low = 0;
  let high = pages.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pages[middle]?.first ?? "") <= key) low = middle;
    else high = middle - 1;
  }
  return pages[low] ?? null;
}
