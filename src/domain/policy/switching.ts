import { asRole, effectivePermissions, lowestRank, ownerRank, type CustomRole } from "./customRole.ts";
import { grantsOf } from "./granting.ts";
import type { Permission } from "./permissions.ts";
import { policyOf, type Policy } from "./policy.ts";
import type { Preset, PresetKey, Role, RoleKey } from "./preset.ts";
import { presetOf } from "./presets.ts";
import { freeRoleName } from "./roleName.ts";

/** The new role of each role: of the new preset, or the custom role itself when it is kept. */
export type RoleMapping = ReadonlyMap<RoleKey, RoleKey>;

/**
 * What a switch of presets proposes for each role: owners stay owners and nobody else becomes one, custom roles are
 * kept, the lowest role becomes the lowest, others the role with the same name or the most permissions in common.
 */
export function proposedMapping(from: Policy, to: PresetKey): Map<RoleKey, RoleKey> {
  const next = presetOf(to);
  const preset = from.preset.roles.map((role) => [role.key, counterpart(from.preset, role, next)] as const);
  return new Map([...preset, ...from.customRoles.map((role) => [role.key, role.key] as const)]);
}

function counterpart(preset: Preset, role: Role, next: Preset): RoleKey {
  if (role.ownerClass) return next.creatorRole;
  const others = next.roles.filter((other) => !other.ownerClass);
  const lowest = others.find((other) => other.rank === lowestRank(next));
  if (role.rank === lowestRank(preset) && lowest !== undefined) return lowest.key;
  const same = others.find((other) => other.key === role.key);
  if (same !== undefined) return same.key;
  const held = grantsOf(preset, role.key);
  const nearest = others.toSorted(
    (a, b) => overlap(grantsOf(next, b.key), held) - overlap(grantsOf(next, a.key), held) || a.rank - b.rank,
  );
  return nearest[0]?.key ?? next.creatorRole;
}

/** How much two sets have in common: 0 nothing, 1 everything. */
function overlap(one: ReadonlySet<Permission>, other: ReadonlySet<Permission>): number {
  const common = one.intersection(other).size;
  return common === 0 ? 0 : common / one.union(other).size;
}

/** A custom role as it goes over to another preset, and what of it cannot. */
export interface CarriedRole {
  readonly role: CustomRole;
  /** Permissions that the new preset does not know or has turned off. */
  readonly lost: readonly Permission[];
  /** The name that a role of the new preset has already; null when the role keeps its own. */
  readonly formerName: string | null;
}

/** The custom roles of a policy under another preset: in the same place between its roles, without what it lacks. */
export function carriedRoles(
  from: Policy,
  to: PresetKey,
  kept: readonly CustomRole[] = from.customRoles,
): CarriedRole[] {
  const next = presetOf(to);
  const carried: CarriedRole[] = [];
  for (const role of kept) {
    const taken = [...next.roles, ...carried.map((other) => asRole(other.role))];
    const held = effectivePermissions(next, role);
    const name = freeRoleName(taken, role.name);
    carried.push({
      role: { ...role, name, rank: carriedRank(from, next, role.rank), permissions: [...held] },
      lost: role.permissions.filter((permission) => !held.has(permission)),
      formerName: name === role.name ? null : role.name,
    });
  }
  return carried;
}

/** Beside the counterpart of the role that it ranks with, or between that of the next lower one and the one above. */
function carriedRank(from: Policy, next: Preset, rank: number): number {
  const below = from.preset.roles.filter((role) => role.rank <= rank).toSorted((a, b) => b.rank - a.rank)[0];
  if (below === undefined) return Math.max(1, Math.min(rank, lowestRank(next) - 1));
  const key = proposedMapping(from, next.key).get(below.key);
  const start = next.roles.find((role) => role.key === key)?.rank ?? lowestRank(next);
  if (below.rank === rank || start >= ownerRank(next)) return Math.min(start, ownerRank(next) - 1);
  const end = Math.min(...next.roles.map((role) => role.rank).filter((other) => other > start));
  return Math.floor((start + end) / 2);
}

/** A policy after a switch. `mapping` decides which custom roles are kept: those that stay themselves. */
export function switched(from: Policy, to: PresetKey, mapping: RoleMapping): Policy {
  const kept = from.customRoles.filter((role) => (mapping.get(role.key) ?? role.key) === role.key);
  return policyOf(to, { switches: from.switches, customRoles: carriedRoles(from, to, kept).map(({ role }) => role) });
}
