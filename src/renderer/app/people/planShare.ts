import type { Plan } from "#contract/entities/plan.ts";

/** How much of a plan has been worked off, from 0 to 1. */
export function shareDone({ counts, total }: Pick<Plan, "counts" | "total">): number {
  return total === 0 ? 1 : (total - counts.waiting) / total;
}
