import { useMemo } from "react";
import type { PlanChange, PreviewedItem, PreviewedOrganization } from "#contract/entities/plan.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { fitsOnePlan, pairsOf, targetOf, type Candidate } from "./targets.ts";

/** One organization of a plan being made. */
export interface PlanRow extends Candidate {
  readonly included: boolean;
  /** What the check says of it; absent while it is under way. */
  readonly previewed: PreviewedOrganization | undefined;
  readonly items: readonly PreviewedItem[];
}

/**
 * The organizations with what the check says. All candidates are checked at once, since one organization's verdict does
 * not depend on another's; where they are too many, only those included.
 */
export function usePlanRows(candidates: readonly Candidate[], included: ReadonlySet<string>, change: PlanChange) {
  const chosen = useMemo(
    () => candidates.filter(({ organization }) => included.has(organization.id)),
    [candidates, included],
  );
  const checked = fitsOnePlan(candidates) ? candidates : chosen;
  const fits = fitsOnePlan(checked);
  const input = useMemo(() => ({ change, targets: checked.map(targetOf) }), [change, checked]);
  const preview = useOperation("plan.preview", input, { enabled: fits && pairsOf(checked) > 0, keepPrevious: true });
  const { data } = preview;
  const rows = useMemo((): readonly PlanRow[] => {
    const organizations = new Map(data?.organizations.map((each) => [each.organizationId, each]));
    const items = Map.groupBy(data?.items ?? [], ({ organizationId }) => organizationId);
    return candidates.map((candidate) => ({
      ...candidate,
      included: included.has(candidate.organization.id),
      previewed: organizations.get(candidate.organization.id),
      items: items.get(candidate.organization.id) ?? [],
    }));
  }, [candidates, included, data]);
  return { rows, chosen, tooMany: chosen.length > 0 && !fitsOnePlan(chosen), ...preview };
}
