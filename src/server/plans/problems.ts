import type { Fault } from "#contract/fault.ts";
import type { PlanProblem } from "#domain/plan/foresee.ts";

const messages = {
  role: "The plan names no role for this organization",
  address: "This is not an e-mail address",
} as const;

/** A problem of an item as the fault that its command would answer. */
export function faultOf(problem: PlanProblem): Fault {
  if (problem.kind !== "missing") return problem;
  const { what } = problem;
  return { kind: "invalid", issues: [{ path: what, code: `${what}Missing`, message: messages[what] }] };
}
