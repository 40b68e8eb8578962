import { ownerRank, permissionsForCustomRoles, type CustomRole } from "#domain/policy/customRole.ts";
import type { Permission } from "#domain/policy/permissions.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import { presetOf } from "#domain/policy/presets.ts";
import fc from "fast-check";

export const custom = (key: string, rank: number, permissions: Permission[]): CustomRole => ({
  key,
  name: key,
  description: "",
  rank,
  permissions,
});

/** Up to four custom roles of a preset, anywhere below its owners, with anything that they may hold. */
export const someCustomRoles = (preset: PresetKey): fc.Arbitrary<CustomRole[]> => {
  const offered = [...permissionsForCustomRoles(presetOf(preset))];
  const managing = offered.filter((permission) => permission.startsWith("member.") || permission === "role.manage");
  return fc
    .array(
      fc.record({
        rank: fc.integer({ min: 1, max: ownerRank(presetOf(preset)) - 1 }),
        permissions: fc.oneof(fc.subarray(offered), fc.subarray(managing)),
      }),
      { maxLength: 4 },
    )
    .map((shapes) => shapes.map(({ rank, permissions }, index) => custom(`custom${index}`, rank, permissions)));
};
