import { useOutletContext } from "react-router";
import type { PlanProgress } from "#contract/entities/plan.ts";

/** What the page of a plan gives to the drawer beside its table. */
export interface PlanDesk {
  readonly plan: PlanProgress;
  readonly step: (from: string, by: -1 | 1) => void;
  readonly close: () => void;
}

export const usePlanDesk = (): PlanDesk => useOutletContext<PlanDesk>();
