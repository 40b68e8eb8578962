import type { ManagedOrganization } from "#contract/entities/people.ts";

export interface RoleToFind {
  readonly key: string;
  readonly name: string;
}

/** The roles to filter by, over all presets; one key with several names carries them all. Any owner comes first. */
export function rolesOf(organizations: readonly ManagedOrganization[], anyOwner: string): readonly RoleToFind[] {
  const names = new Map<string, Set<string>>();
  for (const { roles } of organizations) {
    for (const { key, name } of roles) names.set(key, (names.get(key) ?? new Set()).add(name));
  }
  const found = [...names].map(([key, all]) => ({ key, name: [...all].join(" / ") }));
  return [{ key: "ownerClass", name: anyOwner }, ...found];
}
