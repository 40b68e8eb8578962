import { day } from "./calendar/lengths.ts";
import type { MemberStatus } from "./policy/decision.ts";
import { byRank, hasPermission, isCustom, isOwnerClass, type Policy } from "./policy/policy.ts";
import type { RoleKey } from "./policy/preset.ts";

/** How long an offer to take over an organization stays open, in milliseconds (`product-rules.md`: 7 days). */
export const transferLife = 7 * day;

/**
 * The role of a former owner who stays: the preset's highest below the owners (`requirements/004…`, 'Original Owner
 * becomes Admin'), whatever custom roles there are.
 */
export function formerOwnerRole(policy: Policy): RoleKey {
  const below = byRank(policy).find((role) => !isOwnerClass(policy, role) && !isCustom(policy, role));
  if (below === undefined) throw new Error(`The preset ${policy.preset.key} has only owners`);
  return below;
}

/** What decides whether an offer can still be taken. Times are milliseconds since 1970. */
export interface TransferFacts {
  readonly expiresAt: number;
  readonly from: { readonly role: RoleKey; readonly status: MemberStatus };
  readonly to: { readonly status: MemberStatus };
}

/** Why an offer can no longer be taken: its time has passed, or one of the two is no longer who they were. */
export type TransferEnd = "expired" | "void";

/** Whether an offer still holds; asked again at the moment it is accepted. Null: it does. */
export function transferEnd(policy: Policy, { expiresAt, from, to }: TransferFacts, now: number): TransferEnd | null {
  if (now >= expiresAt) return "expired";
  const mayGive = from.status === "active" && hasPermission(policy, from.role, "organization.transfer");
  return mayGive && to.status === "active" ? null : "void";
}
