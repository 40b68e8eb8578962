import type { Organization } from "#contract/entities/organization.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { useOperation } from "#renderer/bridge/queries.ts";

/** Logs up to this length are verified when somebody opens them; longer ones on request. */
const verifiedUnasked = 20_000;

/** What the server found when it walked the chain, and the way to have it walked again. */
export function useChain(organization: Organization) {
  const online = useOnline();
  const enabled = online && organization.revision <= verifiedUnasked;
  const { data, error, isFetching, refetch } = useOperation(
    "auditEvent.verify",
    { organizationId: organization.id },
    { enabled },
  );
  return { report: data, fault: error, checking: isFetching, verify: refetch };
}

export type Chain = ReturnType<typeof useChain>;
