import { memberSorts } from "#contract/lists.ts";
import type { Sort } from "#renderer/ui/table/useTableModel.ts";

export const teamStatuses = ["members", "ending", "pending", "deactivated", "removed"] as const;
export type TeamStatus = (typeof teamStatuses)[number];
export type MemberSort = (typeof memberSorts)[number];

/** What narrows and orders the team. The address keeps it, so that it can be shared and survives going back. */
export interface TeamFilters {
  readonly search: string;
  readonly roles: readonly string[];
  /** Null: members and pending invitations. */
  readonly status: TeamStatus | null;
  readonly sort: Sort | null;
}

/** Reads the filters of an address; what it does not know counts as not set. */
export function filtersOf(params: URLSearchParams): TeamFilters {
  const order = params.get("sort") ?? "";
  const column = order.replace(/^-/, "");
  return {
    search: (params.get("q") ?? "").slice(0, 100),
    roles: params.getAll("role"),
    status: teamStatuses.find((status) => status === params.get("status")) ?? null,
    sort: sortOf(column) === null ? null : { column, descending: order.startsWith("-") },
  };
}

/** The address's parameters with these filters; others, such as the open dialog, stay. */
export function paramsWith(params: URLSearchParams, { search, roles, status, sort }: TeamFilters): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const key of ["q", "role", "status", "sort"]) next.delete(key);
  if (search !== "") next.set("q", search);
  for (const role of roles) next.append("role", role);
  if (status !== null) next.set("status", status);
  if (sort !== null) next.set("sort", `${sort.descending ? "-" : ""}${sort.column}`);
  return next;
}

/** The server's name of a column's order, or null where it has none. */
export function sortOf(column: string): MemberSort | null {
  return memberSorts.find((sort) => sort === column) ?? null;
}

/** Whether something is left out. */
export const isNarrowed = (filters: TeamFilters): boolean =>
  filters.search !== "" || filters.roles.length > 0 || filters.status !== null;
