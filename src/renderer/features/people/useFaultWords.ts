import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "#contract/fault.ts";
import { useOrganizations } from "#renderer/app/organizations/useOrganizations.ts";
import { refusalText } from "#renderer/app/refusal.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { faultText } from "#renderer/ui/page/faultText.ts";

/** A fault in words; a refusal in those of the organization's own policy, with the roles that could. */
export function useFaultWords(): (fault: Fault, organizationId: string) => string {
  const { t } = useTranslation();
  const { t: frame } = useTranslation("frame");
  const { organizations } = useOrganizations();
  const byId = useMemo(() => new Map(organizations.map((each) => [each.id, each])), [organizations]);
  return useCallback(
    (fault, organizationId) => {
      const organization = byId.get(organizationId);
      if (fault.kind !== "forbidden" || organization === undefined) return faultText(t, fault);
      return refusalText(frame, fault.refusal, { policy: policyFor(organization), role: organization.me.role });
    },
    [byId, t, frame],
  );
}
