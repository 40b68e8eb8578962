import type { Permission } from "./permissions.ts";
import type { Preset, RoleKey } from "./preset.ts";

/** Why the preset switches a permission off for everybody, or null (002: no deletion, no ownership transfer). */
export function turnedOff(
  preset: Preset,
  permission: Permission,
): "organization.delete" | "organization.transfer" | null {
  if (permission === "organization.delete" && preset.deletion.mode === "off") return permission;
  if (permission === "organization.transfer" && !preset.ownershipTransfer) return permission;
  return null;
}

/** The permissions that a preset knows and does not switch off. */
export function offeredPermissions(preset: Preset): ReadonlySet<Permission> {
  return granted(preset, () => true);
}

/** What a preset's table gives one of its own roles. */
export function grantsOf(preset: Preset, role: RoleKey): ReadonlySet<Permission> {
  return granted(preset, (row) => row.cells[role]?.allowed === true);
}

function granted(preset: Preset, counts: (row: Preset["rows"][number]) => boolean): ReadonlySet<Permission> {
  const rows = preset.rows.filter(counts);
  return new Set(rows.flatMap((row) => row.permissions).filter((permission) => !turnedOff(preset, permission)));
}
