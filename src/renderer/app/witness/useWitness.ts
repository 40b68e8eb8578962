import type { WitnessStatus } from "#contract/entities/witness.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { useDecision } from "#renderer/bridge/decision.ts";
import { useOperation } from "#renderer/bridge/queries.ts";

/** What this desktop has verified of the organization's audit log; undefined for whoever may not see the log. */
export function useWitness(organization: Organization): WitnessStatus | undefined {
  const { allowed } = useDecision(organization, { kind: "use", permission: "audit.view" });
  const { data } = useOperation("witness.status", { organizationId: organization.id }, { enabled: allowed });
  return allowed ? data : undefined;
}
