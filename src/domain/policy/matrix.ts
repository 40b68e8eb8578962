import type { Permission } from "./permissions.ts";
import type { Policy } from "./policy.ts";
import type { PermissionRow, Role, RoleKey } from "./preset.ts";

/** A row of the matrix, with one cell per role; `note` is the document's footnote. */
export interface MatrixRow {
  key: string;
  label: string;
  source: PermissionRow["source"];
  permissions: Permission[];
  cells: Record<RoleKey, { allowed: boolean; note: string | null }>;
}

export interface MatrixSection {
  title: string;
  rows: MatrixRow[];
}

/** The permission matrix as a person reads it: `roles` are its columns, in the order of the preset's document. */
export interface Matrix {
  roles: readonly Role[];
  sections: MatrixSection[];
}

/** The permission matrix of a policy, in the wording of its preset. */
export function matrixOf(policy: Policy): Matrix {
  const { roles, rows } = policy.preset;
  const sections = Map.groupBy(rows, (row) => row.section);
  return {
    roles,
    sections: [...sections].map(([title, rows]) => ({ title, rows: rows.map((row) => matrixRow(row, roles)) })),
  };
}

function matrixRow(row: PermissionRow, roles: readonly Role[]): MatrixRow {
  const cells: MatrixRow["cells"] = {};
  for (const { key } of roles) {
    const cell = row.cells[key];
    cells[key] = { allowed: cell?.allowed === true, note: cell?.note ?? null };
  }
  return { key: row.key, label: row.label, source: row.source, permissions: [...row.permissions], cells };
}
