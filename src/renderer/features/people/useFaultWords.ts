import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { ManagedOrganization } from "#contract/entities/people.ts";
import type { Fault } from "#contract/fault.ts";
import { policyOf } from "#domain/policy/policy.ts";
import { refusalText } from "#renderer/app/refusal.ts";
import { faultText } from "#renderer/ui/faultText.ts";

/** A fault in words; a refusal in those of the organization's preset, with the roles that could. */
export function useFaultWords(byId: ReadonlyMap<string, ManagedOrganization>) {
  const { t } = useTranslation();
  const { t: frame } = useTranslation("frame");
  return useCallback(
    (fault: Fault, organizationId: string): string => {
      const organization = byId.get(organizationId);
      if (fault.kind !== "forbidden" || organization === undefined) return faultText(t, fault);
      return refusalText(frame, fault.refusal, { policy: policyOf(organization.preset), role: organization.role });
    },
    [byId, t, frame],
  );
}
