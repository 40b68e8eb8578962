import { hasPermission, type Policy } from "../policy/policy.ts";
import type { RoleKey } from "../policy/preset.ts";
import { mayReview } from "./decisions.ts";

/**
 * Whether a role sees that an organization is reviewed: by whom, how far, and the signed evidence
 * (`product-rules.md`, 'Offline access review'). Whoever may review does, and whoever may see the team and the audit
 * log, which tells of every decision that was carried out. Who is in a review that is not finished, and what is decided
 * and said about them, only those see who may review (`mayReview`); its reviewer alone carries it out and finishes it.
 */
export const maySeeReviews = (policy: Policy, role: RoleKey): boolean =>
  mayReview(policy, role) || (hasPermission(policy, role, "audit.view") && hasPermission(policy, role, "member.view"));
