import type { PlanChange, PlannedRoles } from "#contract/entities/plan.ts";
import type { PlanKind } from "./planDraft.ts";

/** Whether the plan gives roles. */
export const givesRoles = (kind: PlanKind): kind is "add" | "changeRole" => kind === "add" || kind === "changeRole";

export function changeOf(kind: PlanKind, roles: PlannedRoles, message: string): PlanChange {
  if (kind === "add") return { kind, roles, message };
  return kind === "changeRole" ? { kind, roles } : { kind };
}
