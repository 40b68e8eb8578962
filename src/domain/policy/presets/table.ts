import type { Permission } from "../permissions.ts";
import type { Cell, PermissionRow, RoleKey } from "../preset.ts";

/** A row as presets write it: key, wording, permissions, the roles whose cell is a yes, footnotes by role. */
export type RowDraft<R extends RoleKey> = readonly [
  key: string,
  label: string,
  permissions: readonly Permission[],
  allowed: readonly R[],
  notes?: Readonly<Partial<Record<R, string>>>,
];

/** Writes the sections of one preset's permission table; every row gets a cell for each of `roles`. */
export function sectionWriter<R extends RoleKey>(roles: readonly R[]) {
  return (source: PermissionRow["source"], section: string, drafts: readonly RowDraft<R>[]): PermissionRow[] =>
    drafts.map(([key, label, permissions, allowed, notes]) => {
      const cells: Record<RoleKey, Cell> = {};
      for (const role of roles) {
        const note = notes?.[role];
        const yes = allowed.includes(role);
        cells[role] = note === undefined ? { allowed: yes } : { allowed: yes, note };
      }
      return { key, section, label, permissions, cells, source };
    });
}
