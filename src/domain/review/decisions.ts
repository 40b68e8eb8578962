import { decide } from "../policy/decide.ts";
import type { Act, Decision, MemberFacts, OrganizationFacts, Reason, TargetFacts } from "../policy/decision.ts";
import { byRank, hasPermission, type Policy } from "../policy/policy.ts";
import type { RoleKey } from "../policy/preset.ts";

/** What a reviewer decides about somebody's access. */
export type ReviewDecision =
  | { readonly kind: "keep" }
  | { readonly kind: "changeRole"; readonly to: RoleKey }
  | { readonly kind: "deactivate" }
  | { readonly kind: "remove" };
export type DecisionKind = ReviewDecision["kind"];

const allowed: Decision = { allowed: true };

/**
 * Whether a role may review access: it sees the team and may remove members (`requirements/004…`, 'Team Management').
 * Which decisions its holder may take about whom is `mayDecide`.
 */
export const mayReview = (policy: Policy, role: RoleKey): boolean =>
  hasPermission(policy, role, "member.view") && hasPermission(policy, role, "member.remove");

/** The act that a decision comes to; null where it leaves everything as it is. */
export function actOf(decision: ReviewDecision, target: TargetFacts): Act | null {
  if (decision.kind === "keep") return null;
  if (decision.kind === "changeRole") return { kind: "changeRole", target, to: decision.to };
  return { kind: decision.kind, target };
}

/**
 * Why a decision cannot stand whatever the command says: about their own access reviewers decide only that they keep
 * it, since whoever took it away could never finish the review. Null where it can.
 */
export const ownRefusal = (own: boolean, decision: ReviewDecision): Extract<Reason, { code: "aboutYourself" }> | null =>
  own && decision.kind !== "keep" ? { code: "aboutYourself" } : null;

/**
 * Whether the reviewer may take a decision about a member as things stand: what the command itself would be told, and
 * what `ownRefusal` says.
 */
export function mayDecide(
  policy: Policy,
  reviewer: MemberFacts,
  decision: ReviewDecision,
  target: TargetFacts,
  organization: OrganizationFacts,
): Decision {
  const reason = ownRefusal(target.memberId === reviewer.memberId, decision);
  if (reason !== null) return { allowed: false, reason };
  const act = actOf(decision, target);
  return act === null ? allowed : decide(policy, reviewer, act, organization);
}

/** A decision with whether the reviewer may take it. */
export interface DecisionOption {
  readonly decision: ReviewDecision;
  readonly verdict: Decision;
}

/** Every decision that makes sense about a member, each with whether it may be taken: keep first, roles by rank. */
export function decisionOptions(
  policy: Policy,
  reviewer: MemberFacts,
  target: TargetFacts,
  organization: OrganizationFacts,
): DecisionOption[] {
  const roles = byRank(policy).filter((role) => role !== target.role);
  const decisions: ReviewDecision[] = [
    { kind: "keep" },
    ...(target.status === "active" ? roles.map((to): ReviewDecision => ({ kind: "changeRole", to })) : []),
    ...(target.status === "active" ? ([{ kind: "deactivate" }] as const) : []),
    { kind: "remove" },
  ];
  return decisions.map((decision) => ({
    decision,
    verdict: mayDecide(policy, reviewer, decision, target, organization),
  }));
}
