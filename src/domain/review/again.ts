import { ownRefusal, type ReviewDecision } from "./decisions.ts";
import type { PresentState, ReviewFlag } from "./outcome.ts";

/**
 * What a reviewer can answer when a decision no longer fits. `keep`: the person keeps the access that they have now;
 * `anyway`: the same decision about who they are now; `withdraw`: nothing is done about them.
 */
export const againAnswers = ["keep", "anyway", "withdraw"] as const;
export type AgainAnswer = (typeof againAnswers)[number];

/** How often somebody's decision can be taken again in one review. */
export const mostAgain = 20;

/** A decision that was flagged, and about whom. */
export interface FlaggedDecision {
  readonly flag: ReviewFlag;
  readonly decision: ReviewDecision;
  /** Where the person stands now. */
  readonly present: PresentState | null;
  /** Whether it is about the reviewer. */
  readonly own: boolean;
  /** Whether it was carried out already. A refusal that is only foreseen is left to that: the same again is no answer. */
  readonly tried: boolean;
}

/** The answers that make sense about a decision that was flagged. */
export function answersTo({ flag, decision, present, own, tried }: FlaggedDecision): readonly AgainAnswer[] {
  if (flag === "withdrawn") return [];
  if (present === null || present.status === "removed") return ["withdraw"];
  const alike = flag === "overtaken" || decision.kind === "keep" || (flag === "refused" && !tried);
  return alike || ownRefusal(own, decision) ? ["keep", "withdraw"] : againAnswers;
}

/** The decision that an answer comes to; null for a withdrawn one. */
export function decisionAgain(answer: AgainAnswer, decision: ReviewDecision): ReviewDecision | null {
  if (answer === "withdraw") return null;
  return answer === "keep" ? { kind: "keep" } : decision;
}

/** Whether a decision is an answer about the one before: nothing new is decided without looking at everybody again. */
export function isAnswer(before: ReviewDecision, again: ReviewDecision | null): boolean {
  if (again === null || again.kind === "keep") return true;
  if (again.kind !== before.kind) return false;
  return again.kind !== "changeRole" || before.kind !== "changeRole" || again.to === before.to;
}
