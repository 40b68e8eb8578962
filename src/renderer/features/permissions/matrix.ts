import type { PermissionMatrix } from "#contract/entities/permission.ts";
import { fold } from "#renderer/ui/table/useSearch.ts";

export type Section = PermissionMatrix["sections"][number];
export type Row = Section["rows"][number];
export type Role = PermissionMatrix["roles"][number];

/** Whether a role's cell of a row is a yes. */
export const isAllowed = (row: Row, role: string): boolean => row.cells[role]?.allowed === true;

/** Whether a role holds some of a row, but not all of it. */
export const isPartly = (row: Row, role: string): boolean => row.cells[role]?.partly === true;

/** The sections with the rows that `keep` keeps; a section without any is left out. */
export function keepRows(sections: readonly Section[], keep: (row: Row) => boolean): readonly Section[] {
  return sections
    .map((section) => ({ ...section, rows: section.rows.filter(keep) }))
    .filter((section) => section.rows.length > 0);
}

/** Whether every word of a search occurs in a row's wording. */
export function matches(search: string): (row: Row) => boolean {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return ({ label }) => words.every((word) => fold(label).includes(word));
}

/** Whether two roles' cells of a row differ. */
export function differs(first: string, second: string): (row: Row) => boolean {
  const held = (row: Row, role: string) => (isPartly(row, role) ? "partly" : isAllowed(row, role));
  return (row) => held(row, first) !== held(row, second);
}

export const countRows = (sections: readonly Section[]): number =>
  sections.reduce((count, section) => count + section.rows.length, 0);

/** The footnotes of these cells in reading order; a note's number is its place. */
export function notesOf(sections: readonly Section[], roles: readonly Role[]): readonly string[] {
  const notes = sections.flatMap(({ rows }) =>
    rows.flatMap((row) => roles.flatMap(({ key }) => row.cells[key]?.note ?? [])),
  );
  return [...new Set(notes)];
}
