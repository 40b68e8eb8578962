import type { RoleUse } from "#contract/entities/role.ts";
import { isOwnerClass, roleOf, type Policy } from "#domain/policy/policy.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import { carriedRoles, proposedMapping, switched, type RoleMapping } from "#domain/policy/switching.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { roleUse, type Reassignment } from "../storage/queries/roles.ts";

export interface SwitchPlan {
  /** The organization's policy afterwards. */
  readonly policy: Policy;
  readonly changes: readonly Reassignment[];
  /** What the event says: the roles by name, how many people each change moves, what custom roles lost. */
  readonly told: {
    readonly roles: Record<string, string>;
    readonly moved: number;
    readonly lost: Record<string, string[]>;
  };
}

/**
 * What a switch of presets comes to. Every role that somebody has, or is invited to, must be mapped to one that there
 * will be, and somebody active must be an owner afterwards.
 */
export async function planSwitch(
  { db, organization, policy }: OrganizationContext,
  preset: PresetKey,
  given: RoleMapping,
): Promise<SwitchPlan> {
  const uses = await roleUse(db, organization.id);
  const next = switched(policy, preset, given);
  refuseUnmapped(policy, next, uses, given);
  const mapping = new Map([...proposedMapping(policy, preset), ...given]);
  const becomes = (role: string) => mapping.get(role) ?? role;
  const owners = uses.filter(({ role, active }) => active > 0 && isOwnerClass(next, becomes(role)));
  if (owners.length === 0) refuse({ kind: "forbidden", refusal: { code: "lastOwner" } });
  const changes = [...mapping].map(([from, to]) => ({ from, to, ownerClass: isOwnerClass(next, to) }));
  const named = [...mapping].flatMap(([from, to]) => {
    const [was, is] = [roleOf(policy, from)?.name, roleOf(next, to)?.name];
    return was === undefined || is === undefined ? [] : [[was, is] as const];
  });
  const kept = policy.customRoles.filter(({ key }) => becomes(key) === key);
  const lost = carriedRoles(policy, preset, kept).flatMap((one) =>
    one.lost.length === 0 ? [] : [[one.role.name, one.lost.map(String)] as const],
  );
  const moved = uses.filter(({ role }) => becomes(role) !== role).reduce((sum, { active }) => sum + active, 0);
  return { policy: next, changes, told: { roles: Object.fromEntries(named), moved, lost: Object.fromEntries(lost) } };
}

/** Whatever is not one of the organization's roles, or not one of those that it will have, is named. */
function refuseUnmapped(policy: Policy, next: Policy, uses: readonly RoleUse[], given: RoleMapping): void {
  const missing = uses
    .filter(({ role }) => !given.has(role))
    .map(({ role }) => ({ path: `roles.${role}`, code: "unmapped", message: "Choose what becomes of this role" }));
  const foreign = [...given]
    .filter(([from, to]) => !next.roles.has(to) || (!policy.roles.has(from) && !uses.some(({ role }) => role === from)))
    .map(([from]) => ({ path: `roles.${from}`, code: "unknownRole", message: "There is no such role" }));
  const issues = [...missing, ...foreign].slice(0, 50);
  if (issues.length > 0) refuse({ kind: "invalid", issues });
}
