import { presetKeys, type PresetKey } from "#domain/policy/preset.ts";

export function isPresetKey(text: string): text is PresetKey {
  return presetKeys.some((key) => key === text);
}
