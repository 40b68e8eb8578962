import type { Sort } from "#renderer/ui/table/useTableModel.ts";

/** How one filter stands in the address: its texts under one key. What it does not know counts as not set. */
export interface AddressedFilter<Value> {
  readonly key: string;
  /** The value that leaves nothing out; null for an order, which leaves nothing out whatever it is. */
  readonly unset: { readonly value: Value } | null;
  readonly read: (texts: readonly string[]) => Value;
  readonly write: (value: Value) => readonly string[];
}

/** What somebody types into a search box, up to 100 characters. */
export const searched = (key: string): AddressedFilter<string> => ({
  key,
  unset: { value: "" },
  read: ([text = ""]) => text.slice(0, 100),
  write: (text) => (text === "" ? [] : [text]),
});

/** One value or none, by how it is written. */
export const written = <Value>(
  key: string,
  read: (text: string) => Value | null,
  write: (value: Value) => string,
): AddressedFilter<Value | null> => ({
  key,
  unset: { value: null },
  read: ([text]) => (text === undefined ? null : read(text)),
  write: (value) => (value === null ? [] : [write(value)]),
});

/** One of these words or none. */
export const oneOf = <Word extends string>(key: string, words: readonly Word[]): AddressedFilter<Word | null> =>
  written(
    key,
    (text) => words.find((word) => word === text) ?? null,
    (word) => word,
  );

/** Any of these words. */
export const someOf = <Word extends string>(key: string, words: readonly Word[]): AddressedFilter<readonly Word[]> => ({
  key,
  unset: { value: [] },
  read: (texts) => words.filter((word) => texts.includes(word)),
  write: (chosen) => chosen,
});

/** Any keys or ids, in the order they were chosen in. */
export const several = (key: string): AddressedFilter<readonly string[]> => ({
  key,
  unset: { value: [] },
  read: (texts) => texts,
  write: (texts) => texts,
});

/** An order by one of these columns, or the usual one. */
export const orderBy = (columns: readonly string[]): AddressedFilter<Sort | null> => ({
  ...written(
    "sort",
    (text) => {
      const descending = text.startsWith("-");
      const column = descending ? text.slice(1) : text;
      return columns.includes(column) ? { column, descending } : null;
    },
    ({ column, descending }) => `${descending ? "-" : ""}${column}`,
  ),
  unset: null,
});

/** The filters of one list, as its address keeps them. */
export interface AddressedFilters<Filters> {
  readonly read: (params: URLSearchParams) => Filters;
  /** The parameters with these filters; others, such as an open dialog, stay. */
  readonly write: (params: URLSearchParams, filters: Filters) => URLSearchParams;
  /** What a reset sets: nothing is left out, and the order stays. */
  readonly unset: Partial<Filters>;
  /** Whether something is left out. */
  readonly isNarrowed: (filters: Filters) => boolean;
}

/** Reads and writes a list's filters, each in its own way. Keep it at module level. */
export function addressed<Filters extends object>(ways: {
  readonly [Name in keyof Filters]: AddressedFilter<Filters[Name]>;
}): AddressedFilters<Filters> {
  const names = Object.keys(ways) as (keyof Filters)[];
  const textsOf = (name: keyof Filters, filters: Filters) => ways[name].write(filters[name]);
  return {
    read: (params) =>
      Object.fromEntries(names.map((name) => [name, ways[name].read(params.getAll(ways[name].key))])) as Filters,
    write: (params, filters) => {
      const next = new URLSearchParams(params);
      for (const name of names) {
        const { key } = ways[name];
        next.delete(key);
        for (const text of textsOf(name, filters)) next.append(key, text);
      }
      return next;
    },
    unset: Object.fromEntries(
      names.flatMap((name) => (ways[name].unset ? [[name, ways[name].unset.value]] : [])),
    ) as Partial<Filters>,
    isNarrowed: (filters) => names.some((name) => ways[name].unset !== null && textsOf(name, filters).length > 0),
  };
}

/** The order as a list of the server takes it. */
export function orderInput<Column extends string>(columns: readonly Column[], sort: Sort | null) {
  const column = columns.find((each) => each === sort?.column);
  if (sort === null || column === undefined) return {};
  return { sort: column, direction: sort.descending ? ("descending" as const) : ("ascending" as const) };
}
