import type { MemberStatus } from "../policy/decision.ts";
import type { Policy } from "../policy/policy.ts";
import type { RoleKey } from "../policy/preset.ts";
import { mayReview } from "./decisions.ts";

/** Most people who are reminded of an organization's reviews besides its owners. */
export const mostReviewers = 20;

/** Whether a named reviewer is reminded, or why not as long as they stay where they are. */
export const reviewerStates = ["reminded", "deactivated", "mayNotReview"] as const;
export type ReviewerState = (typeof reviewerStates)[number];

/**
 * Where a member stands who was named as a reviewer; null for somebody who was removed. Only who is `reminded` can be
 * named; whoever may review themselves may name them (`product-rules.md`, 'Offline access review').
 */
export function reviewerState(
  policy: Policy,
  { role, status }: { readonly role: RoleKey; readonly status: MemberStatus },
): ReviewerState | null {
  if (status === "removed") return null;
  if (!mayReview(policy, role)) return "mayNotReview";
  return status === "deactivated" ? "deactivated" : "reminded";
}

/** A change of who is reminded, by member id. */
export interface ReviewersChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/**
 * Who is named after a change, in the order in which they were named, and who of them is new. Naming somebody twice or
 * taking away who is not named changes nothing, so that two changes at once both hold.
 */
export function changedReviewers(
  named: readonly string[],
  { add, remove }: ReviewersChange,
): { readonly named: readonly string[]; readonly added: readonly string[] } {
  const gone = new Set(remove);
  const added = [...new Set(add)].filter((id) => !named.includes(id) && !gone.has(id));
  return { named: [...named.filter((id) => !gone.has(id)), ...added], added };
}
