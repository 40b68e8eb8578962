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
  const words = useMemo(() => fold(value).split(/\s+/).filter(Boolean), [value]);
  // Of 100,000 rows the texts are a tenth of a second's work, which only who searches pays, and once.
  const searching = words.length > 0;
  const texts = useMemo(
    () => (textOf && searching ? rows.map((row) => fold(textOf(row))) : null),
    [rows, textOf, searching],
  );
  return useMemo(
    () => (texts ? rows.filter((_, index) => words.every((word) => texts[index]?.includes(word))) : rows),
    [rows, texts, words],
  );
}
