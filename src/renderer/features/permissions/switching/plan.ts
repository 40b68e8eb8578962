import type { RoleUse } from "#contract/entities/role.ts";
import type { Policy } from "#domain/policy/policy.ts";
import type { PresetKey, Role, RoleKey } from "#domain/policy/preset.ts";
import { carriedRoles, proposedMapping, switched, type CarriedRole } from "#domain/policy/switching.ts";

/** One role of today, who has it, and what it becomes. */
export interface MappedRole {
  readonly role: Role;
  readonly to: RoleKey;
  /** Members who are not removed. */
  readonly people: number;
  /** Whether anybody has it, came from it or is invited to it. */
  readonly used: boolean;
  readonly custom: boolean;
}

export interface SwitchPlan {
  readonly mapped: readonly MappedRole[];
  /** The organization's rules afterwards. */
  readonly next: Policy;
  /** The roles that there will be. */
  readonly offered: readonly Role[];
  readonly carried: readonly CarriedRole[];
  /** Whether somebody active is an owner afterwards. */
  readonly keepsOwner: boolean;
  /** The way back, or null where it could not tell people apart or bring a role back as it was. */
  readonly back: Readonly<Record<RoleKey, RoleKey>> | null;
}

/** What a switch comes to, with the roles that were chosen over those that are proposed. */
export function planOf(
  policy: Policy,
  preset: PresetKey,
  chosen: ReadonlyMap<RoleKey, RoleKey>,
  uses: readonly RoleUse[],
): SwitchPlan {
  const mapping = new Map([...proposedMapping(policy, preset), ...chosen]);
  const next = switched(policy, preset, mapping);
  const use = new Map(uses.map((one) => [one.role, one]));
  const custom = new Set(policy.customRoles.map(({ key }) => key));
  const mapped = [...policy.roles.values()]
    .toSorted((a, b) => b.rank - a.rank)
    .map((role) => {
      const { active = 0, deactivated = 0 } = use.get(role.key) ?? {};
      const to = mapping.get(role.key) ?? "";
      return { role, to, people: active + deactivated, used: use.has(role.key), custom: custom.has(role.key) };
    })
    .filter((one) => one.used || one.custom);
  const kept = policy.customRoles.filter(({ key }) => mapping.get(key) === key);
  const carried = carriedRoles(policy, preset, kept);
  const owners = mapped.filter(
    ({ role, to }) => next.roles.get(to)?.ownerClass && (use.get(role.key)?.active ?? 0) > 0,
  );
  const exact = kept.length === policy.customRoles.length && carried.every((one) => one.lost.length === 0);
  return {
    mapped,
    next,
    offered: [...next.roles.values()].toSorted((a, b) => b.rank - a.rank),
    carried,
    keepsOwner: owners.length > 0,
    back: exact && carried.every((one) => one.formerName === null) ? inverse(mapped) : null,
  };
}

function inverse(mapped: readonly MappedRole[]): Record<RoleKey, RoleKey> | null {
  const used = mapped.filter((one) => one.used);
  if (new Set(used.map(({ to }) => to)).size < used.length) return null;
  return Object.fromEntries(used.map(({ role, to }) => [to, role.key]));
}
