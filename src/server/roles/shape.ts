import type { RoleDetails } from "#contract/entities/role.ts";
import { ownerRank, permissionsForCustomRoles, roleTextLimits, type CustomRole } from "#domain/policy/customRole.ts";
import { permissionsOf, roleOf, type Policy } from "#domain/policy/policy.ts";
import { roleNamed } from "#domain/policy/roleName.ts";
import type { RoleKey } from "#domain/policy/preset.ts";
import { found, refuse } from "../dispatch/fault-error.ts";
import { cleaned, invalid } from "../operations/invalid.ts";

type Given = { readonly [Field in keyof RoleDetails]?: RoleDetails[Field] | undefined };
export type RoleDraft = Omit<CustomRole, "key">;

/** What a role would hold and where it would rank as a copy: below the owners, and without what only owners may hold. */
export function copyOf(policy: Policy, key: RoleKey): RoleDraft {
  const { name, description, rank } = found(roleOf(policy, key), "role");
  const offered = permissionsForCustomRoles(policy.preset);
  const permissions = [...permissionsOf(policy, key)].filter((permission) => offered.has(permission)).sort();
  return { name, description, rank: Math.min(rank, ownerRank(policy.preset) - 1), permissions };
}

/** The role that comes of what was given, the rest as it was; or the fault that it would be. */
export function drafted(policy: Policy, base: RoleDraft, given: Given, key?: RoleKey): RoleDraft {
  const { name, description, rank = base.rank, permissions = base.permissions } = given;
  const draft = {
    name: name === undefined ? base.name : cleaned("name", name, { max: roleTextLimits.name }),
    description:
      description === undefined
        ? base.description
        : cleaned("description", description, { max: roleTextLimits.description, multiline: true, optional: true }),
    rank,
    permissions,
  };
  if (rank >= ownerRank(policy.preset)) invalid("rank", "tooHigh", "Choose a place below the owners");
  if (name !== undefined && roleNamed(policy.roles.values(), draft.name, key) !== undefined) {
    refuse({ kind: "conflict", code: "roleNameTaken" });
  }
  refuseUnoffered(policy, given.permissions ?? []);
  return draft;
}

function refuseUnoffered(policy: Policy, permissions: RoleDraft["permissions"]): void {
  const offered = permissionsForCustomRoles(policy.preset);
  const other = permissions.find((permission) => !offered.has(permission));
  if (other !== undefined) invalid("permissions", "notOffered", `A custom role of this preset cannot hold ${other}`);
}

/** Whether two roles say the same, in whatever order their permissions stand. */
export function sameDraft(one: RoleDraft, other: RoleDraft): boolean {
  return (
    one.name === other.name &&
    one.description === other.description &&
    one.rank === other.rank &&
    one.permissions.toSorted().join() === other.permissions.toSorted().join()
  );
}
