import type { CustomRole } from "./customRole.ts";
import type { Permission } from "./permissions.ts";
import type { Preset, Role, RoleKey } from "./preset.ts";

type Granted = ReadonlyMap<RoleKey, ReadonlySet<Permission>>;

/** What the reach of roles is computed from. */
export interface Reaching {
  readonly preset: Preset;
  readonly customRoles: readonly CustomRole[];
  readonly roles: ReadonlyMap<RoleKey, Role>;
  readonly granted: Granted;
}

/** Whether the inner set of permissions adds nothing to the outer one. */
export function isWithin(inner: ReadonlySet<Permission>, outer: ReadonlySet<Permission>): boolean {
  for (const permission of inner) if (!outer.has(permission)) return false;
  return true;
}

/**
 * The roles that each role may give without an approval: never one above its rank or beyond its permissions
 * (CVE-2026-9795: 'a scoped admin attaches any role').
 */
export function assignable(reaching: Reaching): ReadonlyMap<RoleKey, ReadonlySet<RoleKey>> {
  const { preset, customRoles, roles } = reaching;
  const custom = new Set(customRoles.map((role) => role.key));
  return new Map(
    [...roles.values()].map((role) => {
      const within = beneath(reaching, role);
      const given = custom.has(role.key) ? givenByCustom(reaching, role, within) : givenByPreset(preset, role, within);
      return [role.key, new Set(given.map((other) => other.key))];
    }),
  );
}

/** The roles that neither outrank this one nor hold what it lacks, itself among them. */
function beneath({ roles, granted }: Reaching, role: Role): Role[] {
  const own = granted.get(role.key) ?? new Set();
  return [...roles.values()].filter(
    (other) => other.rank <= role.rank && isWithin(granted.get(other.key) ?? new Set(), own),
  );
}

/**
 * A preset's role gives the preset's roles that its document lists, and the custom ones that rank no higher than one of
 * these. Owners give every custom role, also where the document lets them give only the lowest of its own (002).
 */
function givenByPreset(preset: Preset, role: Role, within: readonly Role[]): Role[] {
  const own = new Set(preset.roles.map((other) => other.key));
  const listed = new Set(preset.assignable[role.key] ?? []);
  const given = within.filter((other) => listed.has(other.key));
  const top = role.ownerClass ? role.rank : Math.max(0, ...given.map((other) => other.rank));
  return within.filter((other) => (own.has(other.key) ? listed.has(other.key) : other.rank <= top));
}

/** A custom role that may bring people in, or change what they are, gives whatever is beneath it. */
function givenByCustom({ granted }: Reaching, role: Role, within: readonly Role[]): readonly Role[] {
  const own = granted.get(role.key);
  const gives = own?.has("member.invite") === true || own?.has("member.changeRole") === true;
  return gives ? within.filter((other) => !other.ownerClass) : [];
}
