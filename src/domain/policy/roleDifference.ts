import { permissions, type Permission } from "./permissions.ts";
import { permissionsOf, type Policy } from "./policy.ts";
import type { RoleKey } from "./preset.ts";

/** What people notice first when they gain or lose it, most telling first; the others follow in their own order. */
const telling: readonly Permission[] = [
  "billing.manage",
  "organization.delete",
  "member.invite",
  "member.changeRole",
  "organization.edit",
  "workspace.edit",
  "post.publish",
  "campaign.manage",
  "agent.edit",
  "connection.edit",
];

/** What two roles do not share; the most telling permission first. */
export interface RoleDifference {
  readonly gained: readonly Permission[];
  readonly lost: readonly Permission[];
}

/** What a person may do after a change of role that they could not do before, and the reverse. */
export function roleDifference(policy: Policy, from: RoleKey, to: RoleKey): RoleDifference {
  const before = permissionsOf(policy, from);
  const after = permissionsOf(policy, to);
  return { gained: tellingFirst(after.difference(before)), lost: tellingFirst(before.difference(after)) };
}

/** Permissions with those first that people notice most. */
export function tellingFirst(found: ReadonlySet<Permission>): Permission[] {
  return [...new Set([...telling, ...permissions])].filter((permission) => found.has(permission));
}
