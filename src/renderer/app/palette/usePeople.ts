import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { hasPermission } from "#domain/policy/policy.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useOperation } from "#renderer/bridge/queries.ts";

/** People of the active organization whose name or address matches; none before two letters. */
export function usePeople(organization: Organization | undefined, search: string): readonly Member[] {
  const mayLook = organization && hasPermission(policyFor(organization), organization.me.role, "member.view");
  const enabled = mayLook === true && search.length >= 2;
  const input = { organizationId: organization?.id ?? "", search, limit: 6 };
  const { data } = useOperation("member.list", input, { enabled, keepPrevious: true });
  return enabled ? (data?.items ?? []) : [];
}
