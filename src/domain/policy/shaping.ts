import type { RoleShape } from "./customRole.ts";
import type { Act, Decision } from "./decision.ts";
import { byRank, hasPermission, permissionsOf, type Policy } from "./policy.ts";
import type { RoleKey } from "./preset.ts";
import { canReach } from "./reach.ts";

/** The acts that change what roles there are and what they mean. */
export type RolesAct = Extract<Act, { kind: "createRole" | "editRole" | "deleteRole" | "setRules" }>;

const allowed: Decision = { allowed: true };

/**
 * Whether a holder of `role` may make a role of this shape: below their own rank, so that nobody makes their equal, and
 * of nothing that they lack (`product-rules.md`: 'a rank below owner'; CVE-2026-9795).
 */
export function shaping(policy: Policy, role: RoleKey, shape: RoleShape): Decision {
  const own = policy.roles.get(role);
  if (own === undefined || shape.rank >= own.rank) {
    return { allowed: false, reason: { code: "rankTooHigh", roles: shapersAbove(policy, shape.rank) } };
  }
  const held = permissionsOf(policy, role);
  const beyond = shape.permissions.filter((permission) => !held.has(permission));
  return beyond.length === 0
    ? allowed
    : { allowed: false, reason: { code: "beyondOwnPermissions", permissions: beyond } };
}

/**
 * Whether a holder of `role` may change a custom role, which changes what all of its holders may do: the role as it is
 * must be one that they could make, its holders within their reach, and the shape it gets as well.
 */
export function reshaping(policy: Policy, role: RoleKey, changed: RoleKey, shape?: RoleShape): Decision {
  const current = policy.customRoles.find((custom) => custom.key === changed);
  if (current === undefined) return { allowed: false, reason: { code: "unknownRole", role: changed } };
  const now = shaping(policy, role, { rank: current.rank, permissions: [...permissionsOf(policy, changed)] });
  if (!now.allowed) return now;
  if (!canReach(policy, role, changed, "changeRole")) {
    const roles = byRank(policy).filter((other) => canReach(policy, other, changed, "changeRole"));
    return { allowed: false, reason: { code: "targetOutOfReach", targetRole: changed, roles } };
  }
  return shape === undefined ? allowed : shaping(policy, role, shape);
}

/** The roles that manage roles and rank above this one, highest first. */
function shapersAbove(policy: Policy, rank: number): RoleKey[] {
  return byRank(policy).filter(
    (role) => hasPermission(policy, role, "role.manage") && (policy.roles.get(role)?.rank ?? 0) > rank,
  );
}
