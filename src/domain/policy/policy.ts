import type { Decision } from "./decision.ts";
import { permissions, type Permission } from "./permissions.ts";
import type { Preset, PresetKey, Role, RoleKey, Switches } from "./preset.ts";
import { presetOf } from "./presets.ts";

/** A preset made ready for decisions: every answer that does not depend on persons is computed once. */
export interface Policy {
  readonly preset: Preset;
  readonly switches: Switches;
  readonly roles: ReadonlyMap<RoleKey, Role>;
  readonly granted: ReadonlyMap<RoleKey, ReadonlySet<Permission>>;
  /** The roles that each role may give without an approval, never above its rank or beyond its permissions. */
  readonly assignable: ReadonlyMap<RoleKey, ReadonlySet<RoleKey>>;
  /** The refusal of each permission, shared by all who lack it. */
  readonly refusals: ReadonlyMap<Permission, Decision>;
}

export interface PolicyOptions {
  readonly switches?: Partial<Switches>;
}

const defaults: Switches = { adminsDemoteAdmins: false };
const nothing: ReadonlySet<Permission> = new Set();
const cache = new Map<string, Policy>();

/** The policy of an organization under this preset with these switches. Memoised: equal input, same object. */
export function policyOf(key: PresetKey, options: PolicyOptions = {}): Policy {
  const switches: Switches = { ...defaults, ...options.switches };
  const cacheKey = `${key}:${switches.adminsDemoteAdmins}`;
  const known = cache.get(cacheKey);
  if (known !== undefined) return known;
  const policy = build(presetOf(key), switches);
  cache.set(cacheKey, policy);
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

/** Whether the inner set of permissions adds nothing to the outer one. */
export function isWithin(inner: ReadonlySet<Permission>, outer: ReadonlySet<Permission>): boolean {
  return [...inner].every((permission) => outer.has(permission));
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

/** The roles that could give somebody a role that holds this permission, highest first. */
export function grantorsOf(policy: Policy, permission: Permission): RoleKey[] {
  const holders = rolesWith(policy, permission);
  return byRank(policy).filter((role) => holders.some((holder) => policy.assignable.get(role)?.has(holder)));
}

/** Why the preset switches a permission off for everybody, or null (002: no deletion, no ownership transfer). */
function turnedOff(preset: Preset, permission: Permission): "organization.delete" | "organization.transfer" | null {
  if (permission === "organization.delete" && preset.deletion.mode === "off") return permission;
  if (permission === "organization.transfer" && !preset.ownershipTransfer) return permission;
  return null;
}

function build(preset: Preset, switches: Switches): Policy {
  const roles = new Map(preset.roles.map((role) => [role.key, role]));
  const granted = new Map(preset.roles.map((role) => [role.key, grantsOf(preset, role.key)]));
  const assignable = new Map(preset.roles.map((role) => [role.key, reachOf(preset, role, granted)]));
  const refusals = new Map<Permission, Decision>();
  const policy: Policy = { preset, switches, roles, granted, assignable, refusals };
  for (const permission of permissions) refusals.set(permission, refusalOf(policy, permission));
  return policy;
}

function grantsOf(preset: Preset, role: RoleKey): ReadonlySet<Permission> {
  const rows = preset.rows.filter((row) => row.cells[role]?.allowed === true);
  return new Set(rows.flatMap((row) => row.permissions).filter((permission) => !turnedOff(preset, permission)));
}

function reachOf(
  preset: Preset,
  role: Role,
  granted: ReadonlyMap<RoleKey, ReadonlySet<Permission>>,
): ReadonlySet<RoleKey> {
  const own = granted.get(role.key) ?? nothing;
  const within = preset.roles.filter(
    (other) => other.rank <= role.rank && isWithin(granted.get(other.key) ?? nothing, own),
  );
  const offered = preset.assignable[role.key] ?? [];
  return new Set(within.map((other) => other.key).filter((key) => offered.includes(key)));
}

function refusalOf(policy: Policy, permission: Permission): Decision {
  const what = turnedOff(policy.preset, permission);
  if (what !== null) return { allowed: false, reason: { code: "turnedOff", what } };
  const roles = rolesWith(policy, permission);
  const grantors = grantorsOf(policy, permission);
  return { allowed: false, reason: { code: "missingPermission", permission, roles, grantors } };
}
