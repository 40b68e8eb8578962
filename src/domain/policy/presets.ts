import type { Preset, PresetKey, RoleKey } from "./preset.ts";
import { agency } from "./presets/agency.ts";
import { campaigns } from "./presets/campaigns.ts";
import { operations } from "./presets/operations.ts";
import { publishing } from "./presets/publishing.ts";
import { social } from "./presets/social.ts";

/** The five role presets, each from one requirement document. Columns of `roles` follow the document's order. */
export const presets: Readonly<Record<PresetKey, Preset>> = { publishing, campaigns, operations, social, agency };

/** The preset of a new organization when nobody chooses (`product-rules.md`, 'Role presets'). */
export const defaultPreset: PresetKey = "agency";

/** The preset with this key. */
export function presetOf(key: PresetKey): Preset {
  return presets[key];
}

/** The owner-class roles of all presets: a way to find administrators whatever the preset is. */
export const ownerClassKeys: readonly RoleKey[] = [
  ...new Set(
    Object.values(presets).flatMap(({ roles }) => roles.filter(({ ownerClass }) => ownerClass).map(({ key }) => key)),
  ),
];
