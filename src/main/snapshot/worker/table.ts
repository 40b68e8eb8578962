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
  /** Makes what searching and one order need, a little at each step. */
  prepare(order: readonly Column[]): Generator<void>;
  /** The table with some rows in the place of those with their id, and with those that are new; this one stays. */
  changed(rows: readonly Row[]): Table<Row, Column>;
}

const rowsOfStep = 2_000;

/** What was made of the rows so far. */
interface Made<Column extends string> {
  readonly columns: Map<Column, Key[]>;
  readonly orders: Map<string, { readonly by: readonly Column[]; readonly sorted: Uint32Array }>;
  texts: string[] | undefined;
  /** Where each row stands, for good: tables that came of each other have it in common. */
  places: Map<string, number> | undefined;
}

export function createTable<Row extends { readonly id: string }, Column extends string>(
  rows: readonly Row[],
  given: Columns<Row, Column>,
  made: Made<Column> = { columns: new Map(), orders: new Map(), texts: undefined, places: undefined },
): Table<Row, Column> {
  const { keys, searched } = given;
  const { columns, orders } = made;
  const columnOf = (name: Column): Key[] => {
    const column = columns.get(name) ?? rows.map(keys[name]);
    columns.set(name, column);
    return column;
  };
  const orderedBy = (by: readonly Column[]): Uint32Array => {
    const name = by.join();
    const sorted = orders.get(name)?.sorted ?? Uint32Array.from(rows.keys()).sort(comparing(by.map(columnOf)));
    orders.set(name, { by, sorted });
    return sorted;
  };
  const textOf = (row: Row): string => searchKey(searched(row));
  const places = () => (made.places ??= new Map(rows.map((row, index) => [row.id, index])));
  return {
    rows,
    byId: (id) => rows[places().get(id) ?? -1],
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
      const texts = (made.texts ??= rows.map(textOf));
      return (index) => texts[index]?.includes(wanted) === true;
    },
    count: (keep) => rows.reduce((sum, row, index) => (keep(row, index) ? sum + 1 : sum), 0),
    *prepare(order) {
      const texts: string[] = [];
      for (const row of rows) {
        texts.push(textOf(row));
        if (texts.length % rowsOfStep === 0) yield;
      }
      made.texts ??= texts;
      for (const column of order) {
        columnOf(column);
        yield;
      }
      orderedBy(order);
    },
    changed: (news) => {
      const all = [...rows];
      const touched = new Set<number>();
      for (const row of news) {
        const place = places().get(row.id) ?? all.length;
        places().set(row.id, place);
        all[place] = row;
        touched.add(place);
      }
      const patched = <Value>(values: readonly Value[], of: (row: Row) => Value): Value[] => {
        const copy = [...values];
        for (const place of touched) copy[place] = of(all[place] as Row);
        return copy;
      };
      const next = new Map(
        [...columns].map(([name, column]): [Column, Key[]] => [name, patched<Key>(column, keys[name])]),
      );
      const reordered = [...orders].map(([name, { by, sorted }]) => {
        const compared = by.map((column) => next.get(column) ?? []);
        return [name, { by, sorted: movedIn(sorted, touched, comparing(compared)) }] as const;
      });
      const texts = made.texts && patched(made.texts, textOf);
      return createTable(all, given, { columns: next, orders: new Map(reordered), texts, places: places() });
    },
  };
}

const comparing = (columns: readonly (readonly Key[])[]) => (a: number, b: number) => {
  for (const column of columns) {
    const difference = compare(column[a], column[b]);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** An order in which some rows are new, or stand elsewhere now; the others stay as they follow each other. */
function movedIn(sorted: Uint32Array, moved: ReadonlySet<number>, compared: (a: number, b: number) => number) {
  const staying = sorted.filter((index) => !moved.has(index));
  const order = new Uint32Array(staying.length + moved.size);
  let from = 0;
  for (const [count, index] of [...moved].sort(compared).entries()) {
    const to = firstBeyond(staying, (other) => compared(other, index));
    order.set(staying.subarray(from, to), from + count);
    order[to + count] = index;
    from = to;
  }
  order.set(staying.subarray(from), from + moved.size);
  return order;
}

/** The first place in an order whose row stands beyond something that it is compared with. */
function firstBeyond(sorted: Uint32Array, compared: (index: number) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compared(sorted[middle] ?? 0) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(a: Key | undefined, b: Key | undefined): number {
  if (a === b || a === undefined || b === undefined) return 0;
  return a < b ? -1 : 1;
}

/** The first place in an order that lies strictly beyond some keys. */
function beyond(sorted: Uint32Array, columns: readonly Key[][], keys: readonly Key[], step: 1 | -1): number {
  const compared = (index: number) => compareKeys(columns, index, keys);
  if (step === 1) return firstBeyond(sorted, compared);
  return firstBeyond(sorted, (index) => (compared(index) < 0 ? -1 : 1)) - 1;
}

function compareKeys(columns: readonly Key[][], index: number, keys: readonly Key[]): number {
  for (const [place, column] of columns.entries()) {
    const difference = compare(column[index], keys[place]);
    if (difference !== 0) return difference;
  }
  return 0;
}
