import { presetKeys, type PresetKey } from "#domain/policy/preset.ts";
import { addressed, oneOf, orderBy, searched, several, someOf } from "#renderer/app/filters/addressed.ts";
import type { Sort } from "#renderer/ui/table/useTableModel.ts";
import { statuses, type Line, type Status } from "./lines.ts";

/** Names every owner-class role, whatever its preset calls it. */
export const anyOwner = "ownerClass";

/** What narrows and orders the organizations. The address keeps it, so that it can be shared and survives going back. */
export interface OrganizationFilters {
  readonly search: string;
  readonly roles: readonly string[];
  readonly presets: readonly PresetKey[];
  /** Null: those that the person is in. */
  readonly status: Status | null;
  readonly sort: Sort | null;
}

/** What can be ordered by; the ids of columns. */
const sorts = [
  "name",
  "slug",
  "role",
  "preset",
  "status",
  "members",
  "pending",
  "owners",
  "lastActivityAt",
  "createdAt",
] as const;

export const organizationFilters = addressed<OrganizationFilters>({
  search: searched("q"),
  roles: several("role"),
  presets: someOf("preset", presetKeys),
  status: oneOf("status", statuses),
  sort: orderBy(sorts),
});

/** Whether an organization is among those that role, preset and status leave. */
export function passes({ roles, presets, status }: OrganizationFilters, line: Line): boolean {
  const { role, preset } = line;
  if (status === null ? line.status === "deleted" : line.status !== status) return false;
  if (presets.length > 0 && (preset === null || !presets.includes(preset.key))) return false;
  if (roles.length === 0) return true;
  return role !== null && (roles.includes(role.key) || (role.owner && roles.includes(anyOwner)));
}
