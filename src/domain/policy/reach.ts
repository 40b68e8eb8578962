import { lowestRank } from "./customRole.ts";
import { isCustom, isOwnerClass, outranks, type Policy } from "./policy.ts";
import type { RoleKey } from "./preset.ts";

type Kind = "changeRole" | "remove";

/**
 * Whether a role may act on members who hold `target`. In `agency` an Admin's target is Member only, in
 * `publishing` any non-owner, owners reach anyone (`product-rules.md`, 'Resolutions'). A custom role counts as a target
 * by its rank: as the lowest role when it ranks no higher, as a non-owner unless it outranks whoever acts. A custom
 * role itself reaches only what ranks below it.
 */
export function canReach(policy: Policy, role: RoleKey, target: RoleKey, kind: Kind): boolean {
  if (isCustom(policy, role)) return policy.roles.has(target) && outranks(policy, role, target);
  const rule = policy.preset.targets[role] ?? "nobody";
  if (rule === "anyone") return true;
  const aimed = policy.roles.get(target);
  if (rule === "nobody" || aimed === undefined) return false;
  if (rule === "nonOwners")
    return !isOwnerClass(policy, target) && !(isCustom(policy, target) && outranks(policy, target, role));
  return aimed.rank <= lowestRank(policy.preset) || demotesPeer(policy, role, target, kind);
}

/** 004: 'Admins can demote other Admins to Member', only where an owner has switched it on. */
function demotesPeer(policy: Policy, role: RoleKey, target: RoleKey, kind: Kind): boolean {
  return policy.switches.adminsDemoteAdmins && kind === "changeRole" && target === role;
}

/**
 * Whether owners are told of a role change: of every demotion that only the switch lets somebody do
 * (`product-rules.md`, 'Resolutions': 'when on, Owners are told').
 */
export function ownersAreTold(policy: Policy, role: RoleKey, target: RoleKey): boolean {
  if (isCustom(policy, role) || policy.preset.targets[role] !== "lowestRole") return false;
  return (
    (policy.roles.get(target)?.rank ?? 0) > lowestRank(policy.preset) && demotesPeer(policy, role, target, "changeRole")
  );
}
