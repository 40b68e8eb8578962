import type { Policy } from "./policy.ts";
import type { Cell, PermissionRow, Role, RoleKey } from "./preset.ts";

export interface MatrixCell extends Cell {
  readonly role: RoleKey;
}

/** A row of the matrix; its cells stand in the order of the columns. */
export interface MatrixRow {
  readonly key: string;
  readonly label: string;
  readonly source: PermissionRow["source"];
  readonly permissions: PermissionRow["permissions"];
  readonly cells: readonly MatrixCell[];
}

export interface MatrixSection {
  readonly name: string;
  readonly rows: readonly MatrixRow[];
}

/** The permission matrix as a person reads it: columns and sections in the order of the preset's document. */
export interface Matrix {
  readonly columns: readonly Role[];
  readonly sections: readonly MatrixSection[];
}

/** The permission matrix of a policy, in the wording of its preset. */
export function matrixOf(policy: Policy): Matrix {
  const columns = policy.preset.roles;
  const sections = Map.groupBy(policy.preset.rows, (row) => row.section);
  return {
    columns,
    sections: [...sections].map(([name, rows]) => ({ name, rows: rows.map((row) => matrixRow(row, columns)) })),
  };
}

function matrixRow(row: PermissionRow, columns: readonly Role[]): MatrixRow {
  const { key, label, source, permissions } = row;
  const cells = columns.map((role) => ({ role: role.key, ...(row.cells[role.key] ?? { allowed: false }) }));
  return { key, label, source, permissions, cells };
}
