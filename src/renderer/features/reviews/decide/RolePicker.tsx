import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Kbd } from "#renderer/ui/keyboard/Kbd.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import classes from "./RolePicker.module.css";
import type { Option, Rules } from "./useRules.ts";

interface RolePickerProps {
  readonly rules: Rules;
  readonly onPick: (option: Option) => void;
}

/** The other roles of the organization, each under a number. */
export const rolesOf = ({ options }: Rules): readonly Option[] =>
  options.filter(({ decision }) => decision.kind === "changeRole");

const roleIn = ({ decision }: Option): string => (decision.kind === "changeRole" ? decision.to : "");

/** Which role somebody gets instead; 1 to 9 pick. */
export function RolePicker({ rules, onPick }: RolePickerProps) {
  const { t } = useTranslation("reviews");
  return (
    <fieldset className={classes["roles"]}>
      <legend>{t("decide.pick")}</legend>
      {rolesOf(rules).map((option, index) => (
        <Reason key={roleIn(option)} because={option.refusal}>
          <UnstyledButton className={classes["role"] ?? ""} onClick={() => onPick(option)}>
            <Kbd keys={String(index + 1)} />
            <span>{rules.roleName(roleIn(option))}</span>
          </UnstyledButton>
        </Reason>
      ))}
    </fieldset>
  );
}
