import type { Permission } from "./permissions.ts";
import type { Preset, Role, RoleKey } from "./preset.ts";
import { offeredPermissions } from "./granting.ts";

/** A role that an organization made itself: a rank below the owners and some of its preset's permissions. */
export interface CustomRole {
  /** UUID. Presets name their roles with words, so the two never meet. */
  readonly key: RoleKey;
  readonly name: string;
  readonly description: string;
  /** Compared with the ranks of the preset's roles; at least 1, below the owner class. */
  readonly rank: number;
  readonly permissions: readonly Permission[];
}

/** What a custom role gives: what the rules judge of it, apart from its name. */
export type RoleShape = Pick<CustomRole, "rank" | "permissions">;

/** An organization has at most this many custom roles. */
export const mostCustomRoles = 50;

/** Longest name and description of a custom role, in code points. */
export const roleTextLimits = { name: 60, description: 300 } as const;

/**
 * What a custom role of this preset may hold. Never the transfer of ownership: whoever transfers gives the owner's
 * role away, which no custom role ever has (attack case 10).
 */
export function permissionsForCustomRoles(preset: Preset): ReadonlySet<Permission> {
  const offered = new Set(offeredPermissions(preset));
  offered.delete("organization.transfer");
  return offered;
}

/** What a custom role comes to under a preset: permissions that the preset does not offer give nothing. */
export function effectivePermissions(preset: Preset, role: CustomRole): ReadonlySet<Permission> {
  const offered = permissionsForCustomRoles(preset);
  return new Set(role.permissions.filter((permission) => offered.has(permission)));
}

/** A custom role as one of the roles of its organization. It never counts as an owner. */
export function asRole({ key, name, description, rank }: CustomRole): Role {
  const toHolder = description === "" ? "" : `About this role: ${description}`;
  return { key, name, description, toHolder, rank, ownerClass: false };
}

/** The rank of the owner class: every custom role ranks below it. */
export function ownerRank(preset: Preset): number {
  return Math.max(...preset.roles.filter((role) => role.ownerClass).map((role) => role.rank));
}

/** The rank of the preset's lowest role. */
export function lowestRank(preset: Preset): number {
  return Math.min(...preset.roles.map((role) => role.rank));
}
