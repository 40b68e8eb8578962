import { NativeSelect } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { RoleKey } from "#domain/policy/preset.ts";
import type { SwitchPlan } from "./plan.ts";
import classes from "./Switching.module.css";

interface MappingFieldsProps {
  readonly plan: SwitchPlan;
  readonly onChange: (from: RoleKey, to: RoleKey) => void;
}

/** Each role that somebody has, with the people who have it, and the role that it becomes. */
export function MappingFields({ plan, onChange }: MappingFieldsProps) {
  const { t } = useTranslation("permissions");
  return (
    <fieldset className={classes["mapping"]}>
      <legend>{t("presetSwitch.map")}</legend>
      <p className={classes["quiet"]}>{t("presetSwitch.mapHint")}</p>
      {plan.mapped.map(({ role, to, people, custom }) => {
        const others = plan.offered.filter(({ key }) => key !== role.key || !custom);
        const keep = custom ? [{ value: role.key, label: t("presetSwitch.keeps", { role: role.name }) }] : [];
        return (
          <div key={role.key} className={classes["pair"]}>
            <span className={classes["from"]}>
              {role.name}
              <span className={classes["quiet"]}>
                {people === 0 ? t("presetSwitch.unused") : t("presetSwitch.use", { count: people })}
              </span>
            </span>
            <IconArrowRight size={16} aria-hidden="true" />
            <NativeSelect
              aria-label={role.name}
              data={[...keep, ...others.map(({ key, name }) => ({ value: key, label: name }))]}
              value={to}
              onChange={(event) => onChange(role.key, event.currentTarget.value)}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
