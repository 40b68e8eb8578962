import { workspaceSorts } from "#contract/lists.ts";
import { workspaceStatuses, type WorkspaceStatus } from "#domain/workspaces.ts";
import type { Sort } from "#renderer/ui/table/useTableModel.ts";

/** What narrows and orders the list. The address keeps it. */
export interface WorkspaceFilters {
  readonly search: string;
  /** Null: active and suspended ones. */
  readonly status: WorkspaceStatus | null;
  readonly sort: Sort | null;
}

const sortOf = (column: string) => workspaceSorts.find((sort) => sort === column);

/** Reads the filters of an address; what it does not know counts as not set. */
export function filtersOf(params: URLSearchParams): WorkspaceFilters {
  const order = params.get("sort") ?? "";
  const column = order.replace(/^-/, "");
  return {
    search: (params.get("q") ?? "").slice(0, 100),
    status: workspaceStatuses.find((status) => status === params.get("status")) ?? null,
    sort: sortOf(column) === undefined ? null : { column, descending: order.startsWith("-") },
  };
}

/** The address's parameters with these filters; others stay. */
export function paramsWith(params: URLSearchParams, { search, status, sort }: WorkspaceFilters): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const key of ["q", "status", "sort"]) next.delete(key);
  if (search !== "") next.set("q", search);
  if (status !== null) next.set("status", status);
  if (sort !== null) next.set("sort", `${sort.descending ? "-" : ""}${sort.column}`);
  return next;
}

/** The call that reads what the filters leave. */
export function inputOf(organizationId: string, { search, status, sort }: WorkspaceFilters) {
  const order = sort && sortOf(sort.column);
  return {
    organizationId,
    ...(search === "" ? {} : { search }),
    ...(status === null ? {} : { status: [status] }),
    ...(order ? { sort: order, direction: sort.descending ? ("descending" as const) : ("ascending" as const) } : {}),
  };
}

export const isNarrowed = ({ search, status }: WorkspaceFilters): boolean => search !== "" || status !== null;
