import type { Invitation } from "#contract/entities/invitation.ts";
import { memberSorts } from "#contract/lists.ts";
import { addressed, oneOf, orderBy, searched, several } from "#renderer/app/filters/addressed.ts";
import type { Sort } from "#renderer/ui/table/useTableModel.ts";

export const teamStatuses = ["members", "ending", "pending", "lapsed", "deactivated", "removed"] as const;
export type TeamStatus = (typeof teamStatuses)[number];

/** Whether a status is one of invitations alone; `lapsed` are those that join nobody, though they are open. */
export const isOfInvitations = (status: TeamStatus | null): boolean => status === "pending" || status === "lapsed";

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

type InvitationFilters = Pick<TeamFilters, "roles" | "status">;

/** Whether invitations are sorted out by whoever reads them: the server filters them neither by role nor by sender. */
export const narrowsInvitations = ({ roles, status }: InvitationFilters): boolean =>
  roles.length > 0 || status === "lapsed";

export const keepsInvitation = (
  { roles, status }: InvitationFilters,
  { role, inviterMayNot }: Pick<Invitation, "role" | "inviterMayNot">,
): boolean => (roles.length === 0 || roles.includes(role)) && (status !== "lapsed" || inviterMayNot);
