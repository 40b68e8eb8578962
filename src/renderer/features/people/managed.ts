import { useMemo } from "react";
import type { ManagedOrganization } from "#contract/entities/people.ts";
import { useOperation } from "#renderer/bridge/queries.ts";

/** Role, name and crown of a role in one organization; a role that is gone keeps its key for a name. */
export interface RoleThere {
  readonly name: string;
  readonly owner: boolean;
}

const none: readonly ManagedOrganization[] = [];

/** The organizations that the person may manage, by name and by id. */
export function useManaged() {
  const { data, error, isPending, refetch } = useOperation("people.organizations", {});
  const organizations = data?.items ?? none;
  const byId = useMemo(() => new Map(organizations.map((each) => [each.id, each])), [organizations]);
  return { organizations, byId, error, isPending, refetch };
}

export function roleThere(organization: ManagedOrganization | undefined, key: string): RoleThere {
  const role = organization?.roles.find((each) => each.key === key);
  return { name: role?.name ?? key, owner: role?.ownerClass === true };
}
