import { memberSorts } from "#contract/lists.ts";
import { addressed, oneOf, orderBy, searched, several } from "#renderer/app/filters/addressed.ts";
import type { Sort } from "#renderer/ui/table/useTableModel.ts";

export const teamStatuses = ["members", "ending", "pending", "deactivated", "removed"] as const;
export type TeamStatus = (typeof teamStatuses)[number];

/** What narrows and orders the team. The address keeps it, so that it can be shared and survives going back. */
export interface TeamFilters {
  readonly search: string;
  readonly roles: readonly string[];
  /** Null: members and pending invitations. */
  readonly status: TeamStatus | null;
  readonly sort: Sort | null;
}

export const teamFilters = addressed<TeamFilters>({
  search: searched("q"),
  roles: several("role"),
  status: oneOf("status", teamStatuses),
  sort: orderBy(memberSorts),
});
