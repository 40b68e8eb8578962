import { useMemo } from "react";
import type { Organization } from "#contract/entities/organization.ts";
import { mayReview } from "#domain/review/decisions.ts";
import { useOrganizations } from "#renderer/app/organizations/useOrganizations.ts";
import { policyFor } from "#renderer/bridge/decision.ts";

/** The organizations whose access the person may review, the ones used last first. */
export function useReviewable(): { readonly organizations: readonly Organization[]; readonly isPending: boolean } {
  const { organizations, isPending } = useOrganizations();
  const reviewable = useMemo(
    () => organizations.filter((organization) => mayReview(policyFor(organization), organization.me.role)),
    [organizations],
  );
  return { organizations: reviewable, isPending };
}
