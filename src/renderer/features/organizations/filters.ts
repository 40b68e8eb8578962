import { presetKeys, type PresetKey } from "#domain/policy/preset.ts";
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

export const isPreset = (key: string): key is PresetKey => presetKeys.some((each) => each === key);

/** Reads the filters of an address; what it does not know counts as not set. */
export function filtersOf(params: URLSearchParams): OrganizationFilters {
  const order = params.get("sort") ?? "";
  const column = sorts.find((sort) => sort === order.replace(/^-/, ""));
  return {
    search: (params.get("q") ?? "").slice(0, 100),
    roles: params.getAll("role"),
    presets: params.getAll("preset").filter(isPreset),
    status: statuses.find((status) => status === params.get("status")) ?? null,
    sort: column === undefined ? null : { column, descending: order.startsWith("-") },
  };
}

/** The address's parameters with these filters; others stay. */
export function paramsWith(params: URLSearchParams, filters: OrganizationFilters): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const key of ["q", "role", "preset", "status", "sort"]) next.delete(key);
  const { search, roles, presets, status, sort } = filters;
  if (search !== "") next.set("q", search);
  for (const role of roles) next.append("role", role);
  for (const preset of presets) next.append("preset", preset);
  if (status !== null) next.set("status", status);
  if (sort !== null) next.set("sort", `${sort.descending ? "-" : ""}${sort.column}`);
  return next;
}

/** Whether something is left out. */
export const isNarrowed = (filters: OrganizationFilters): boolean =>
  paramsWith(new URLSearchParams(), { ...filters, sort: null }).size > 0;

/** Whether an organization is among those that role, preset and status leave. */
export function passes({ roles, presets, status }: OrganizationFilters, line: Line): boolean {
  const { role, preset } = line;
  if (status === null ? line.status === "deleted" : line.status !== status) return false;
  if (presets.length > 0 && (preset === null || !presets.includes(preset.key))) return false;
  if (roles.length === 0) return true;
  return role !== null && (roles.includes(role.key) || (role.owner && roles.includes(anyOwner)));
}
