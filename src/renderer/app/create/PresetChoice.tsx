import { Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { isPresetKey } from "./presetKey.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import { presets } from "#domain/policy/presets.ts";
import classes from "./PresetChoice.module.css";

interface PresetChoiceProps {
  readonly value: PresetKey;
  readonly onChange: (preset: PresetKey) => void;
}

/** Which roles the organization has and what they may do, each preset in one sentence. */
export function PresetChoice({ value, onChange }: PresetChoiceProps) {
  const { t } = useTranslation("organizations");
  return (
    <Radio.Group
      label={t("create.preset")}
      description={t("create.presetHint")}
      value={value}
      onChange={(chosen) => {
        if (isPresetKey(chosen)) onChange(chosen);
      }}
    >
      <div className={classes["list"]}>
        {offered.map((preset) => (
          <Radio
            key={preset.key}
            value={preset.key}
            label={
              <span className={classes["label"]}>
                {preset.name}
                <span className={classes["roles"]}>{preset.roles.map((role) => role.name).join(" · ")}</span>
              </span>
            }
            description={preset.summary}
            classNames={{
              root: classes["row"] ?? "",
              body: classes["body"] ?? "",
              description: classes["summary"] ?? "",
            }}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

/** The default first. */
const offered = [presets.agency, presets.publishing, presets.campaigns, presets.operations, presets.social];
