import { ownerRank, permissionsForCustomRoles, type CustomRole } from "#domain/policy/customRole.ts";
import { coverage } from "#domain/policy/matrix.ts";
import type { Permission } from "#domain/policy/permissions.ts";
import { permissionsOf, policyOf, roleOf, type Policy } from "#domain/policy/policy.ts";
import { freeRoleName } from "#domain/policy/roleName.ts";

/** The key of a role that is not saved yet. */
export const unsavedKey = "new";

/** What the address says is edited: a custom role, a new one, or a copy of a role. */
export const newRole = "new";
export const copyOf = (role: string): string => `copy:${role}`;

export interface Start {
  /** The role as it is before any edit. */
  readonly role: CustomRole;
  /** The role that a new one is copied from. */
  readonly from: string | null;
  readonly isNew: boolean;
}

/** Where an edit starts, or null when the address names no role that can be edited. */
export function startOf(
  policy: Policy,
  edit: string,
  names: { readonly copy: (name: string) => string },
): Start | null {
  const custom = policy.customRoles.find(({ key }) => key === edit);
  if (custom) return { role: custom, from: null, isNew: false };
  if (edit === newRole) {
    const role = { key: unsavedKey, name: "", description: "", rank: middle(policy), permissions: [] };
    return { role, from: null, isNew: true };
  }
  const from = edit.startsWith("copy:") ? edit.slice(5) : "";
  const source = roleOf(policy, from);
  if (!source) return null;
  const offered = permissionsForCustomRoles(policy.preset);
  const role = {
    key: unsavedKey,
    name: freeRoleName(policy.roles.values(), names.copy(source.name)),
    description: source.description,
    rank: Math.min(source.rank, ownerRank(policy.preset) - 1),
    permissions: [...permissionsOf(policy, from)].filter((permission) => offered.has(permission)),
  };
  return { role, from, isNew: true };
}

/** Beside the preset's lowest role: a place that whoever manages roles may usually give. */
function middle(policy: Policy): number {
  return Math.min(...policy.preset.roles.map((role) => role.rank));
}

/** The policy as it would be with this role. */
export function withRole(policy: Policy, role: CustomRole): Policy {
  const others = policy.customRoles.filter(({ key }) => key !== role.key);
  return policyOf(policy.preset.key, { switches: policy.switches, customRoles: [...others, role] });
}

/** The permissions of a row turned on, or all off where it is on already. */
export function toggled(role: CustomRole, row: readonly Permission[]): CustomRole {
  const held = new Set(role.permissions);
  const { allowed } = coverage(row, held);
  for (const permission of row) {
    if (allowed) held.delete(permission);
    else held.add(permission);
  }
  return { ...role, permissions: [...held].sort() };
}

export interface Difference {
  /** Rows of the matrix, by their words. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** What a role gains and loses between two states, in the rows of the matrix; part of a row counts as less than it. */
export function difference(policy: Policy, before: CustomRole, after: CustomRole): Difference {
  const level = (row: readonly Permission[], role: CustomRole) => {
    const { allowed, partly } = coverage(row, new Set(role.permissions));
    return allowed ? 2 : partly ? 1 : 0;
  };
  const rows = policy.preset.rows.map(({ label, permissions }) => ({
    label,
    step: level(permissions, after) - level(permissions, before),
  }));
  return {
    gained: rows.filter(({ step }) => step > 0).map(({ label }) => label),
    lost: rows.filter(({ step }) => step < 0).map(({ label }) => label),
  };
}

/** The fields in which a role differs from what it was. */
export function changesOf(before: CustomRole, after: CustomRole): Partial<Omit<CustomRole, "key">> {
  const same = before.permissions.toSorted().join() === after.permissions.toSorted().join();
  return {
    ...(after.name.trim() === before.name ? {} : { name: after.name }),
    ...(after.description.trim() === before.description ? {} : { description: after.description }),
    ...(after.rank === before.rank ? {} : { rank: after.rank }),
    ...(same ? {} : { permissions: after.permissions }),
  };
}
