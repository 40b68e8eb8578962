import { NativeSelect, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PlannedRoles } from "#contract/entities/plan.ts";
import { presetOf } from "#domain/policy/presets.ts";
import classes from "./Draft.module.css";
import type { PresetRoles } from "./roles.ts";

interface RoleFieldsProps {
  readonly presets: readonly PresetRoles[];
  readonly roles: PlannedRoles;
  readonly onRoles: (change: (roles: PlannedRoles) => PlannedRoles) => void;
}

/** Which role to give, for each preset that the organizations follow. */
export function RoleFields({ presets, roles, onRoles }: RoleFieldsProps) {
  const { t } = useTranslation("people");
  return presets.map(({ preset, organizations, offers }) => (
    <NativeSelect
      key={preset}
      className={classes["role"]}
      label={presets.length === 1 ? t("plans.draft.roles") : `${presetOf(preset).name} (${organizations})`}
      value={roles.byPreset[preset] ?? ""}
      data={offers.map(({ key, name, mayGive }) => ({ value: key, label: name, disabled: !mayGive }))}
      onChange={({ currentTarget: { value } }) =>
        onRoles((before) => ({ ...before, byPreset: { ...before.byPreset, [preset]: value } }))
      }
    />
  ));
}

interface MessageFieldProps {
  readonly value: string;
  readonly onChange: (message: string) => void;
}

/** What the invitations say besides. */
export function MessageField({ value, onChange }: MessageFieldProps) {
  const { t } = useTranslation("people");
  const { t: common } = useTranslation();
  return (
    <Textarea
      className={classes["message"]}
      label={t("plans.draft.message")}
      placeholder={common("field.optional")}
      rows={2}
      maxLength={1000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
