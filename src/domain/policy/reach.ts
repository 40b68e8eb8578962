import { byRank, isOwnerClass, type Policy } from "./policy.ts";
import type { RoleKey } from "./preset.ts";

/**
 * Whether a role may act on members who hold `target`. In `agency` an Admin's target is Member only, in
 * `publishing` any non-owner, owners reach anyone (`product-rules.md`, 'Resolutions').
 */
export function canReach(policy: Policy, role: RoleKey, target: RoleKey, kind: "changeRole" | "remove"): boolean {
  const rule = policy.preset.targets[role] ?? "nobody";
  if (rule === "anyone") return true;
  if (rule === "nonOwners") return policy.roles.has(target) && !isOwnerClass(policy, target);
  if (rule === "nobody") return false;
  return target === byRank(policy).at(-1) || demotesPeer(policy, role, target, kind);
}

/** 004: 'Admins can demote other Admins to Member', only where an owner has switched it on. */
function demotesPeer(policy: Policy, role: RoleKey, target: RoleKey, kind: "changeRole" | "remove"): boolean {
  return policy.switches.adminsDemoteAdmins && kind === "changeRole" && target === role;
}
