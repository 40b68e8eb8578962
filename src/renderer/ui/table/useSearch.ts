import { useDeferredValue, useMemo } from "react";

/** The search box of a table. */
export interface TableSearch<Row> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What of a row is searched here; without it the server searches. Keep it outside the component. */
  readonly textOf?: (row: Row) => string;
}

/** Without case and accents, as people search. */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The rows that hold every word of the search; typing stays smooth while a long list narrows. */
export function useSearch<Row>(rows: readonly Row[], search: TableSearch<Row> | undefined): readonly Row[] {
  const textOf = search?.textOf;
  const value = useDeferredValue(search?.value ?? "");
  const texts = useMemo(() => (textOf ? rows.map((row) => fold(textOf(row))) : null), [rows, textOf]);
  return useMemo(() => {
    const words = fold(value).split(/\s+/).filter(Boolean);
    if (!texts || words.length === 0) return rows;
    return rows.filter((_, index) => words.every((word) => texts[index]?.includes(word)));
  }, [rows, texts, value]);
}
