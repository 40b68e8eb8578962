import { searchKey } from "#domain/searchKey.ts";

export type Key = string | number;

/** What a table of rows can be ordered by and searched in. */
export interface Columns<Row, Column extends string> {
  readonly keys: Readonly<Record<Column, (row: Row) => Key>>;
  readonly searched: (row: Row) => string;
}

/** Which rows to give: in the order of some columns, beyond the row that has these keys. */
export interface PageOf<Row, Column extends string> {
  readonly order: readonly Column[];
  readonly direction: "ascending" | "descending";
  readonly after: readonly Key[] | null;
  readonly limit: number;
  readonly keep: (row: Row, index: number) => boolean;
}

/** Rows in memory. Keys and orders are made when they are first asked for, and stay. */
export interface Table<Row, Column extends string> {
  readonly rows: readonly Row[];
  byId(id: string): Row | undefined;
  keysOf(row: Row, order: readonly Column[]): Key[];
  page(page: PageOf<Row, Column>): Row[];
  /** Whether the row at an index holds this text. */
  holding(text: string): (index: number) => boolean;
  count(keep: PageOf<Row, Column>["keep"]): number;
}

export function createTable<Row extends { readonly id: string }, Column extends string>(
  rows: readonly Row[],
  { keys, searched }: Columns<Row, Column>,
): Table<Row, Column> {
  const columns = new Map<Column, Key[]>();
  const orders = new Map<string, Uint32Array>();
  let searchKeys: string[] | undefined;
  let ids: Map<string, Row> | undefined;
  const columnOf = (name: Column): Key[] => {
    const column = columns.get(name) ?? rows.map(keys[name]);
    columns.set(name, column);
    return column;
  };
  const orderedBy = (order: readonly Column[]): Uint32Array => {
    const name = order.join();
    const known = orders.get(name);
    if (known !== undefined) return known;
    const compared = order.map(columnOf);
    const sorted = Uint32Array.from(rows.keys()).sort((a, b) => {
      for (const column of compared) {
        const difference = compare(column[a], column[b]);
        if (difference !== 0) return difference;
      }
      return 0;
    });
    orders.set(name, sorted);
    return sorted;
  };
  return {
    rows,
    byId: (id) => (ids ??= new Map(rows.map((row) => [row.id, row]))).get(id),
    keysOf: (row, order) => order.map((column) => keys[column](row)),
    page: ({ order, direction, after, limit, keep }) => {
      const sorted = orderedBy(order);
      const step = direction === "ascending" ? 1 : -1;
      const columnsOfOrder = order.map(columnOf);
      const first = step === 1 ? 0 : sorted.length - 1;
      const items: Row[] = [];
      let at = after === null ? first : beyond(sorted, columnsOfOrder, after, step);
      for (; at >= 0 && at < sorted.length && items.length < limit; at += step) {
        const index = sorted[at] ?? 0;
        const row = rows[index];
        if (row !== undefined && keep(row, index)) items.push(row);
      }
      return items;
    },
    holding: (text) => {
      const wanted = searchKey(text);
      const texts = (searchKeys ??= rows.map((row) => searchKey(searched(row))));
      return (index) => texts[index]?.includes(wanted) === true;
    },
    count: (keep) => rows.reduce((sum, row, index) => (keep(row, index) ? sum + 1 : sum), 0),
  };
}

function compare(a: Key | undefined, b: Key | undefined): number {
  if (a === b || a === undefined || b === undefined) return 0;
  return a < b ? -1 : 1;
}

/** The first place in an order that lies strictly beyond some keys. */
function beyond(sorted: Uint32Array, columns: readonly Key[][], keys: readonly Key[], step: 1 | -1): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const difference = compareKeys(columns, sorted[middle] ?? 0, keys);
    if (difference < 0 || (difference === 0 && step === 1)) low = middle + 1;
    else high = middle;
  }
  return step === 1 ? low : low - 1;
}

function compareKeys(columns: readonly Key[][], index: number, keys: readonly Key[]): number {
  for (const [place, column] of columns.entries()) {
    const difference = compare(column[index], keys[place]);
    if (difference !== 0) return difference;
  }
  return 0;
}
