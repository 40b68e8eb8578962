import { useTranslation } from "react-i18next";
import type { PresetKey } from "#domain/policy/preset.ts";
import { presets } from "#domain/policy/presets.ts";
import { ChoiceCards } from "#renderer/ui/form/ChoiceCards.tsx";

interface PresetChoiceProps {
  readonly value: PresetKey | null;
  /** Another question than that of a new organization. */
  readonly label?: string;
  readonly description?: string;
  /** A preset that is not offered: the one that the organization has. */
  readonly except?: PresetKey;
  readonly onChange: (preset: PresetKey) => void;
}

/** Which roles the organization has and what they may do, each preset in one sentence. */
export function PresetChoice({ value, label, description, except, onChange }: PresetChoiceProps) {
  const { t } = useTranslation("organizations");
  return (
    <ChoiceCards
      label={label ?? t("create.preset")}
      description={description ?? t("create.presetHint")}
      choices={offered
        .filter(({ key }) => key !== except)
        .map((preset) => ({
          value: preset.key,
          label: preset.name,
          aside: preset.roles
            .toSorted((a, b) => b.rank - a.rank)
            .map((role) => role.name)
            .join(" · "),
          description: preset.summary,
        }))}
      value={value}
      onChange={onChange}
    />
  );
}

/** The default first. */
const offered = [presets.agency, presets.publishing, presets.campaigns, presets.operations, presets.social];
