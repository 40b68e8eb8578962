import { assignable } from "./assigning.ts";
import { asRole, effectivePermissions, type CustomRole } from "./customRole.ts";
import type { Decision } from "./decision.ts";
import { grantsOf, turnedOff } from "./granting.ts";
import { permissions, type Permission } from "./permissions.ts";
import type { Preset, PresetKey, Role, RoleKey, Switches } from "./preset.ts";
import { presetOf } from "./presets.ts";

/**
 * A preset with an organization's own roles, made ready for decisions: every answer that does not depend on persons is
 * computed once.
 */
export interface Policy {
  readonly preset: Preset;
  readonly switches: Switches;
  readonly customRoles: readonly CustomRole[];
  /** The preset's roles and the custom ones. */
  readonly roles: ReadonlyMap<RoleKey, Role>;
  readonly granted: ReadonlyMap<RoleKey, ReadonlySet<Permission>>;
  /** The roles that each role may give without an approval, never above its rank or beyond its permissions. */
  readonly assignable: ReadonlyMap<RoleKey, ReadonlySet<RoleKey>>;
  /** The refusal of each permission, shared by all who lack it. */
  readonly refusals: ReadonlyMap<Permission, Decision>;
}

/** What an organization has set beyond its preset. */
export interface PolicyOptions {
  readonly switches?: Partial<Switches>;
  readonly customRoles?: readonly CustomRole[];
}

const defaults: Switches = { adminsDemoteAdmins: false };
const nothing: ReadonlySet<Permission> = new Set();
const noRoles: readonly CustomRole[] = [];
/** By the list of custom roles itself: what nobody holds any more is forgotten with it. */
const memo = new WeakMap<readonly CustomRole[], Map<string, Policy>>();

/**
 * The policy of an organization under this preset with these switches and roles of its own. Memoised: equal preset and
 * switches with the same list of custom roles give the same object, as all without custom roles do.
 */
export function policyOf(key: PresetKey, options: PolicyOptions = {}): Policy {
  const adminsDemoteAdmins = options.switches?.adminsDemoteAdmins ?? defaults.adminsDemoteAdmins;
  const customRoles =
    options.customRoles === undefined || options.customRoles.length === 0 ? noRoles : options.customRoles;
  const known = memo.get(customRoles) ?? new Map<string, Policy>();
  memo.set(customRoles, known);
  const name = adminsDemoteAdmins ? `${key}:adminsDemoteAdmins` : key;
  const policy = known.get(name) ?? build(presetOf(key), { adminsDemoteAdmins }, customRoles);
  known.set(name, policy);
  return policy;
}

/** The role with this key, or undefined when the preset has none such. */
export function roleOf(policy: Policy, key: RoleKey): Role | undefined {
  return policy.roles.get(key);
}

/** All permissions of a role; none for an unknown role. */
export function permissionsOf(policy: Policy, key: RoleKey): ReadonlySet<Permission> {
  return policy.granted.get(key) ?? nothing;
}

/** Whether a role holds a permission. Whether a person may act also depends on their standing: see `decide`. */
export function hasPermission(policy: Policy, key: RoleKey, permission: Permission): boolean {
  return policy.granted.get(key)?.has(permission) === true;
}

/** The roles that hold a permission, highest first. */
export function rolesWith(policy: Policy, permission: Permission): RoleKey[] {
  return byRank(policy).filter((key) => hasPermission(policy, key, permission));
}

/** The roles of a policy, highest first. */
export function byRank(policy: Policy): RoleKey[] {
  return [...policy.roles.values()].sort((a, b) => b.rank - a.rank).map((role) => role.key);
}

/** Whether holders of this role count for 'at least one owner always'. */
export function isOwnerClass(policy: Policy, key: RoleKey): boolean {
  return policy.roles.get(key)?.ownerClass === true;
}

/** Whether the first role ranks strictly above the second; an unknown role ranks below all. */
export function outranks(policy: Policy, above: RoleKey, below: RoleKey): boolean {
  return (policy.roles.get(above)?.rank ?? -1) > (policy.roles.get(below)?.rank ?? -1);
}

/** Whether the organization made this role itself. */
export function isCustom(policy: Policy, key: RoleKey): boolean {
  return policy.customRoles.some((role) => role.key === key);
}

/** The roles that a holder of `key` may offer in an invitation, highest first. */
export function assignableRoles(policy: Policy, key: RoleKey): Role[] {
  const reach = policy.assignable.get(key);
  return [...policy.roles.values()].filter((role) => reach?.has(role.key)).sort((a, b) => b.rank - a.rank);
}

/** The roles that may give `key` to somebody without an approval, highest first. */
export function assignersOf(policy: Policy, key: RoleKey): RoleKey[] {
  return byRank(policy).filter((role) => policy.assignable.get(role)?.has(key));
}

/** The roles whose holders answer requests to give `key`, highest first. */
export function approversOf(policy: Policy, key: RoleKey): RoleKey[] {
  return assignersOf(policy, key).filter((role) => isOwnerClass(policy, role));
}

/** The roles that could give somebody a role that holds this permission, highest first. */
export function grantorsOf(policy: Policy, permission: Permission): RoleKey[] {
  const holders = rolesWith(policy, permission);
  return byRank(policy).filter((role) => holders.some((holder) => policy.assignable.get(role)?.has(holder)));
}

function build(preset: Preset, switches: Switches, customRoles: readonly CustomRole[]): Policy {
  const roles = new Map([...preset.roles, ...customRoles.map(asRole)].map((role) => [role.key, role]));
  const granted = new Map([
    ...preset.roles.map((role) => [role.key, grantsOf(preset, role.key)] as const),
    ...customRoles.map((role) => [role.key, effectivePermissions(preset, role)] as const),
  ]);
  const refusals = new Map<Permission, Decision>();
  const reach = assignable({ preset, customRoles, roles, granted });
  const policy: Policy = { preset, switches, customRoles, roles, granted, assignable: reach, refusals };
  for (const permission of permissions) refusals.set(permission, refusalOf(policy, permission));
  return policy;
}

function refusalOf(policy: Policy, permission: Permission): Decision {
  const what = turnedOff(policy.preset, permission);
  if (what !== null) return { allowed: false, reason: { code: "turnedOff", what } };
  const roles = rolesWith(policy, permission);
  const grantors = grantorsOf(policy, permission);
  return { allowed: false, reason: { code: "missingPermission", permission, roles, grantors } };
}
