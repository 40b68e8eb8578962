import { useMemo } from "react";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { Policy } from "#domain/policy/policy.ts";
import type { Role } from "#domain/policy/preset.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useOperation } from "#renderer/bridge/queries.ts";

/**
 * The organization's rules with the roles that were deleted since, to name them as they were called when something
 * happened. For names alone: nobody holds them, and nothing may be decided by them. Asked for only where one of these
 * events names a role that there is no more.
 */
export function useNamingPolicy(organization: Organization, events: readonly AuditEvent[]): Policy {
  const policy = policyFor(organization);
  const enabled = events.some((event) => rolesIn(event).some((key) => !policy.roles.has(key)));
  const { data } = useOperation("role.listFormer", { organizationId: organization.id }, { enabled });
  return useMemo(() => {
    if (data === undefined) return policy;
    const former = data.items.map(({ key, name }): [string, Role] => [key, { ...nobodys, key, name }]);
    return { ...policy, roles: new Map([...former, ...policy.roles]) };
  }, [policy, data]);
}

const nobodys = { description: "", toHolder: "", rank: 0, ownerClass: false };

const rolesIn = ({ before, after }: AuditEvent): readonly string[] =>
  [before, after]
    .flatMap((state) => [state?.["role"], state?.["requestedRole"]])
    .filter((key) => typeof key === "string");
