import { useMemo } from "react";
import type { Organization } from "#contract/entities/organization.ts";
import type { ManagedOrganization } from "#contract/entities/people.ts";
import { useOrganizations } from "#renderer/app/organizations/useOrganizations.ts";
import { useOperation } from "#renderer/bridge/queries.ts";

/** Role, name and crown of a role in one organization; a role that is gone keeps its key for a name. */
export interface RoleThere {
  readonly name: string;
  readonly owner: boolean;
}

const none: readonly ManagedOrganization[] = [];

/** An organization that the person may manage, with the digest of its logo. */
export type Managed = ManagedOrganization & { readonly logo: string | null };

/** The organizations that the person may manage, by name and by id. */
export function useManaged() {
  const { data, error, isPending, refetch } = useOperation("people.organizations", {});
  const { organizations: own } = useOrganizations();
  const organizations = useMemo(() => withLogos(data?.items ?? none, own), [data, own]);
  const byId = useMemo(() => new Map(organizations.map((each) => [each.id, each])), [organizations]);
  return { organizations, byId, error, isPending, refetch };
}

function withLogos(managed: readonly ManagedOrganization[], own: readonly Organization[]): readonly Managed[] {
  const logos = new Map(own.map(({ id, logo }) => [id, logo]));
  return managed.map((each) => ({ ...each, logo: logos.get(each.id) ?? null }));
}

export function roleThere(organization: ManagedOrganization | undefined, key: string): RoleThere {
  const role = organization?.roles.find((each) => each.key === key);
  return { name: role?.name ?? key, owner: role?.ownerClass === true };
}
