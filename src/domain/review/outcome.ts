import type { MemberStatus } from "../policy/decision.ts";
import type { RoleKey } from "../policy/preset.ts";
import type { DecisionKind, ReviewDecision } from "./decisions.ts";
import type { SeenState } from "./member.ts";

/**
 * Why a decision was not carried out. `gone`: the person is no member any more. `moved`: their role or status is not
 * the one that the reviewer saw. `overtaken`: it is so already, by somebody else. `refused`: the command was.
 * `withdrawn`: it no longer fitted, and the reviewer took it back.
 */
export const reviewFlags = ["gone", "moved", "overtaken", "refused", "withdrawn"] as const;
export type ReviewFlag = (typeof reviewFlags)[number];

/** What becomes of an item. `undecided`: nobody decided. `waiting`: its turn has not come. */
export const outcomeStates = ["undecided", "waiting", "kept", "applied", "flagged"] as const;
export type OutcomeState = (typeof outcomeStates)[number];

/** The place of a member at the moment in which a decision is to be carried out. */
export interface PresentState {
  readonly role: RoleKey;
  readonly status: MemberStatus;
}

/** Whether a decision still rests on what is, or why not. Null: it may be tried. */
export function flagOf(
  seen: SeenState,
  decision: ReviewDecision,
  present: PresentState | null,
): Exclude<ReviewFlag, "refused" | "withdrawn"> | null {
  if (present === null || present.status === "removed") return decision.kind === "remove" ? "overtaken" : "gone";
  if (present.role === seen.role && present.status === seen.status) return null;
  return isSo(decision, present) ? "overtaken" : "moved";
}

/** Whether somebody is already where a decision would bring them. */
function isSo(decision: ReviewDecision, { role, status }: PresentState): boolean {
  if (decision.kind === "changeRole") return status === "active" && role === decision.to;
  return decision.kind === "deactivate" && status === "deactivated";
}

/** How many items of a review are where. */
export interface ReviewCounts {
  readonly total: number;
  readonly undecided: number;
  readonly keep: number;
  readonly changeRole: number;
  readonly deactivate: number;
  readonly remove: number;
  readonly waiting: number;
  readonly kept: number;
  readonly applied: number;
  readonly flagged: number;
}

/** Before anything is counted. */
export const noCounts: ReviewCounts = {
  total: 0,
  undecided: 0,
  keep: 0,
  changeRole: 0,
  deactivate: 0,
  remove: 0,
  waiting: 0,
  kept: 0,
  applied: 0,
  flagged: 0,
};

/** An item as far as counting goes. */
export interface CountedItem {
  readonly decision: { readonly kind: DecisionKind } | null;
  readonly state: OutcomeState;
}

/** The state of an item before anything is carried out. */
export const stateBefore = (decision: CountedItem["decision"]): OutcomeState =>
  decision === null ? "undecided" : "waiting";

/** How many items there are of each decision and of each state. */
export function countItems(items: Iterable<CountedItem>): ReviewCounts {
  const counts: { -readonly [Name in keyof ReviewCounts]: number } = { ...noCounts };
  for (const { decision, state } of items) {
    counts.total += 1;
    counts[state] += 1;
    if (decision !== null) counts[decision.kind] += 1;
  }
  return counts;
}
