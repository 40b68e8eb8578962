import { memberSorts } from "#contract/lists.ts";
import type { Given } from "#contract/operations.ts";
import { orderInput } from "#renderer/app/filters/addressed.ts";
import type { TeamFilters } from "./filters.ts";

/** Rows per page while scrolling. */
const page = 100;

/** The members that the filters ask for, in the order asked for. */
export function membersInput(organizationId: string, filters: TeamFilters, limit = page): Given<"member.list"> {
  const { search, roles, status, sort } = filters;
  return {
    organizationId,
    limit,
    status: status === "removed" || status === "deactivated" ? status : "active",
    ...(status === "ending" ? { ends: "soon" } : {}),
    ...(search === "" ? {} : { search }),
    ...(roles.length === 0 ? {} : { role: [...roles] }),
    ...orderInput(memberSorts, sort),
  };
}

/** The pending invitations that the search asks for; roles are sorted out by the reader. */
export function invitationsInput(
  organizationId: string,
  { search }: TeamFilters,
  limit = page,
): Given<"invitation.list"> {
  return { organizationId, limit, ...(search === "" ? {} : { search }) };
}
