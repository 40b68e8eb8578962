import { useMemo } from "react";
import type { RoleRequest } from "#contract/entities/approval.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { useOperation } from "#renderer/bridge/queries.ts";

/** The open requests for roles that the reader may see, by the member that each is about. */
export function useOpenRequests(organization: Organization): ReadonlyMap<string, RoleRequest> {
  const { data } = useOperation("approval.list", { organizationId: organization.id });
  return useMemo(() => {
    if (data === undefined || data.items.length === 0) return none;
    return new Map(data.items.map((request) => [request.member.memberId, request]));
  }, [data]);
}

/** Always the same, so that nothing is drawn anew when the answer is that there are none. */
const none: ReadonlyMap<string, RoleRequest> = new Map();
