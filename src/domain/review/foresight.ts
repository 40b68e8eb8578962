import { followAct, type PlanProblem } from "../plan/foresee.ts";
import { Prospect, type Outlook } from "../plan/outlook.ts";
import { ownRefusal, type ReviewDecision } from "./decisions.ts";
import type { SeenState } from "./member.ts";
import { flagOf, type PresentState, type ReviewFlag } from "./outcome.ts";

/** A decision that waits to be carried out. */
export interface ForeseenDecision {
  /** The person's folded address; empty where their membership is gone altogether. */
  readonly folded: string;
  readonly seen: SeenState;
  /** Where they stand before the review is carried out. */
  readonly present: PresentState | null;
  readonly decision: ReviewDecision;
  /** Whether it is about the reviewer. */
  readonly own: boolean;
}

export type DecisionVerdict =
  | { readonly verdict: "keep" }
  | { readonly verdict: "will" }
  | { readonly verdict: "flagged"; readonly flag: ReviewFlag; readonly problem: PlanProblem | null };

/** What carrying a review out would do in one organization. */
export interface ReviewForesight {
  /** In the order of the decisions. */
  readonly verdicts: readonly DecisionVerdict[];
  readonly counts: { readonly keep: number; readonly will: number; readonly flagged: number };
  readonly ownersLeft: number;
}

/**
 * Follows a review through without doing anything: every decision is judged by the rules of its command as things stand
 * after those before it, and flagged where it no longer rests on what is. Tested against the real execution.
 */
export function foreseeReview(outlook: Outlook, decisions: readonly ForeseenDecision[], now: number): ReviewForesight {
  const prospect = new Prospect(outlook);
  const counts = { keep: 0, will: 0, flagged: 0 };
  const verdicts = decisions.map((decision) => {
    const verdict = judge(prospect, decision, now);
    counts[verdict.verdict] += 1;
    return verdict;
  });
  return { verdicts, counts, ownersLeft: prospect.numbers.owners };
}

function judge(
  prospect: Prospect,
  { folded, seen, present, decision, own }: ForeseenDecision,
  now: number,
): DecisionVerdict {
  const refusal = ownRefusal(own, decision);
  if (refusal !== null) return { verdict: "flagged", flag: "refused", problem: { kind: "forbidden", refusal } };
  const flag = flagOf(seen, decision, decision.kind === "keep" ? present : (prospect.member(folded) ?? present));
  if (flag !== null) return { verdict: "flagged", flag, problem: null };
  if (decision.kind === "keep") return { verdict: "keep" };
  const role = decision.kind === "changeRole" ? decision.to : "";
  const problem = followAct(prospect, decision.kind, { folded, member: prospect.member(folded), role, now });
  return problem === null ? { verdict: "will" } : { verdict: "flagged", flag: "refused", problem };
}
