import { workspaceSorts } from "#contract/lists.ts";
import { workspaceStatuses, type WorkspaceStatus } from "#domain/workspaces.ts";
import { addressed, oneOf, orderBy, orderInput, searched } from "#renderer/app/filters/addressed.ts";
import type { Sort } from "#renderer/ui/table/useTableModel.ts";

/** What narrows and orders the list. The address keeps it. */
export interface WorkspaceFilters {
  readonly search: string;
  /** Null: active and suspended ones. */
  readonly status: WorkspaceStatus | null;
  readonly sort: Sort | null;
}

export const workspaceFilters = addressed<WorkspaceFilters>({
  search: searched("q"),
  status: oneOf("status", workspaceStatuses),
  sort: orderBy(workspaceSorts),
});

/** The call that reads what the filters leave. */
export function inputOf(organizationId: string, { search, status, sort }: WorkspaceFilters) {
  return {
    organizationId,
    ...(search === "" ? {} : { search }),
    ...(status === null ? {} : { status: [status] }),
    ...orderInput(workspaceSorts, sort),
  };
}
