import type { Permission } from "./permissions.ts";
import { grantorsOf, hasPermission, rolesWith, type Policy } from "./policy.ts";
import type { PermissionRow, RoleKey } from "./preset.ts";

/** Why a role has a permission or not, and where it could come from. */
export interface Explanation {
  readonly permission: Permission;
  readonly allowed: boolean;
  /** The rows of the preset's table that decide it, in the document's wording. */
  readonly rows: readonly PermissionRow[];
  /** Footnotes of those rows for this role. */
  readonly notes: readonly string[];
  /** The roles that hold it, highest first; none where the preset switches it off. */
  readonly roles: readonly RoleKey[];
  /** The roles that could give somebody such a role, highest first. */
  readonly grantors: readonly RoleKey[];
}

/** Explains one permission for one role (`product-rules.md`, 'Explain'). */
export function explain(policy: Policy, role: RoleKey, permission: Permission): Explanation {
  const rows = policy.preset.rows.filter((row) => row.permissions.includes(permission));
  return {
    permission,
    allowed: hasPermission(policy, role, permission),
    rows,
    notes: rows.map((row) => row.cells[role]?.note).filter((note) => note !== undefined),
    roles: rolesWith(policy, permission),
    grantors: grantorsOf(policy, permission),
  };
}

/** The rows of the preset by which a role holds a permission, in the document's wording. */
export const rowsGiving = (policy: Policy, role: RoleKey, permission: Permission): string[] =>
  policy.preset.rows
    .filter(({ permissions, cells }) => permissions.includes(permission) && cells[role]?.allowed === true)
    .map(({ label }) => label);
