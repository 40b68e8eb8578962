import type { PlannedRoles } from "#contract/entities/plan.ts";
import type { ManagedOrganization } from "#contract/entities/people.ts";
import { presetKeys, type PresetKey } from "#domain/policy/preset.ts";
import { presetOf } from "#domain/policy/presets.ts";

/** A role to choose, and whether the reader may give it anywhere it is offered. */
export interface RoleOffer {
  readonly key: string;
  readonly name: string;
  readonly mayGive: boolean;
}

/**
 * The roles of the presets that these organizations follow; role names differ by preset. An organization's own roles are
 * not among them: they exist in that one alone, and are chosen there.
 */
export interface PresetRoles {
  readonly preset: PresetKey;
  readonly organizations: number;
  readonly offers: readonly RoleOffer[];
}

export function rolesByPreset(organizations: readonly ManagedOrganization[]): readonly PresetRoles[] {
  return presetKeys.flatMap((preset) => {
    const theirs = organizations.filter((each) => each.preset === preset);
    if (theirs.length === 0) return [];
    const everywhere = new Set(presetOf(preset).roles.map(({ key }) => key));
    const offers = new Map<string, RoleOffer>();
    for (const { key, name, mayGive } of theirs.flatMap(({ roles }) => roles)) {
      if (everywhere.has(key)) offers.set(key, { key, name, mayGive: mayGive || offers.get(key)?.mayGive === true });
    }
    return [{ preset, organizations: theirs.length, offers: [...offers.values()] }];
  });
}

/** The least of what may be given in each preset: a plan gives more only where somebody chose it. */
export function leastRoles(presets: readonly PresetRoles[]): PlannedRoles {
  const least = presets.flatMap(({ preset, offers }) => {
    const role = offers.findLast(({ mayGive }) => mayGive) ?? offers.at(-1);
    return role ? [[preset, role.key] as const] : [];
  });
  return { byPreset: Object.fromEntries(least), byOrganization: {} };
}

export const roleIn = (roles: PlannedRoles, { id, preset }: ManagedOrganization): string | undefined =>
  roles.byOrganization[id] ?? roles.byPreset[preset];

/** The same role as the preset's is no choice of its own. */
export function withRoleIn(roles: PlannedRoles, { id, preset }: ManagedOrganization, role: string): PlannedRoles {
  const { [id]: _, ...others } = roles.byOrganization;
  return { ...roles, byOrganization: roles.byPreset[preset] === role ? others : { ...others, [id]: role } };
}
