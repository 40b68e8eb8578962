import type { Policy } from "./policy.ts";
import { roleTextLimits } from "./customRole.ts";
import type { Role, RoleKey } from "./preset.ts";

/** What two names must not share: case, width, spacing and characters without a picture do not tell them apart. */
export function foldRoleName(name: string): string {
  return name
    .normalize("NFKC")
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
    .toLowerCase()
    .replaceAll(/\s+/gu, " ")
    .trim();
}

/** The role, of the preset or custom, that has this name already, apart from the one that is being named. */
export function roleNamed(roles: Iterable<Role>, name: string, except?: RoleKey): Role | undefined {
  const folded = foldRoleName(name);
  return [...roles].find((role) => role.key !== except && foldRoleName(role.name) === folded);
}

/** The name, or the name with the first number after it, that none of these roles has. */
export function freeRoleName(roles: Iterable<Role>, name: string): string {
  const others = [...roles];
  const start = Array.from(name)
    .slice(0, roleTextLimits.name - 4)
    .join("")
    .trimEnd();
  let free = name;
  for (let number = 2; roleNamed(others, free) !== undefined; number += 1) free = `${start} ${number}`;
  return free;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a role is called here, custom or not; one that was deleted since has left nothing but its id. */
export function nameOfRole(policy: Pick<Policy, "roles">, key: RoleKey): string {
  return policy.roles.get(key)?.name ?? (uuid.test(key) ? "Former role" : key);
}
