import type { Permission } from "./permissions.ts";
import { permissionsOf, type Policy } from "./policy.ts";
import type { PermissionRow, Role, RoleKey } from "./preset.ts";

/**
 * Whether a role holds what a row stands for. A custom role may hold some of a row's permissions: then the row is not
 * allowed, since its words would promise more than is there, and `partly` says so.
 */
export interface MatrixCell {
  allowed: boolean;
  partly: boolean;
  /** The document's footnote. */
  note: string | null;
}

/** A row of the matrix, with one cell per role. */
export interface MatrixRow {
  key: string;
  label: string;
  source: PermissionRow["source"];
  permissions: Permission[];
  cells: Record<RoleKey, MatrixCell>;
}

export interface MatrixSection {
  title: string;
  rows: MatrixRow[];
}

/**
 * The permission matrix as a person reads it: `roles` are its columns, highest first as everywhere, whatever the order
 * of the preset's document.
 */
export interface Matrix {
  roles: readonly Role[];
  sections: MatrixSection[];
}

/** The permission matrix of a policy, in the wording of its preset. */
export function matrixOf(policy: Policy): Matrix {
  const sections = Map.groupBy(policy.preset.rows, (row) => row.section);
  const roles = [...policy.roles.values()].toSorted((a, b) => b.rank - a.rank);
  return {
    roles,
    sections: [...sections].map(([title, rows]) => ({ title, rows: rows.map((row) => matrixRow(policy, row, roles)) })),
  };
}

function matrixRow(policy: Policy, row: PermissionRow, roles: readonly Role[]): MatrixRow {
  const cells: MatrixRow["cells"] = {};
  for (const { key } of roles)
    cells[key] = row.cells[key] === undefined ? customCell(policy, row, key) : presetCell(row, key);
  return { key: row.key, label: row.label, source: row.source, permissions: [...row.permissions], cells };
}

function presetCell(row: PermissionRow, key: RoleKey): MatrixCell {
  const cell = row.cells[key];
  return { allowed: cell?.allowed === true, partly: false, note: cell?.note ?? null };
}

function customCell(policy: Policy, row: PermissionRow, key: RoleKey): MatrixCell {
  return { ...coverage(row.permissions, permissionsOf(policy, key)), note: null };
}

/** How much of a row a set of permissions holds. */
export function coverage(
  permissions: readonly Permission[],
  held: ReadonlySet<Permission>,
): Pick<MatrixCell, "allowed" | "partly"> {
  const count = permissions.filter((permission) => held.has(permission)).length;
  return { allowed: count > 0 && count === permissions.length, partly: count > 0 && count < permissions.length };
}
