import type { PasswordInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import {
  minPasswordLength,
  passwordProblems,
  passwordStrength,
  type PasswordOwner,
  type PasswordProblem,
} from "#domain/password.ts";
import { PasswordField } from "./PasswordField.tsx";
import { StrengthMeter } from "./StrengthMeter.tsx";

interface NewPasswordFieldProps extends PasswordInputProps {
  readonly password: string;
  readonly owner: PasswordOwner;
}

const scores = { weak: 1, fair: 2, strong: 4 } as const;

/** A password being chosen: says while it is typed how strong it is and what is still wrong with it. */
export function NewPasswordField({ password, owner, ...props }: NewPasswordFieldProps) {
  const { t } = useTranslation("account");
  const [problem] = passwordProblems(password, owner);
  const strength = problem ? "weak" : passwordStrength(password);
  const meter = (
    <StrengthMeter
      score={password === "" ? 0 : scores[strength]}
      text={password === "" ? t("password.rule") : problem ? problemText(t, problem) : t(`password.${strength}`)}
    />
  );
  return <PasswordField {...props} autoComplete="new-password" hint={props.error ? null : meter} />;
}

type Words = ReturnType<typeof useTranslation<"account">>["t"];

/** One thing wrong with a password, as a sentence. */
function problemText(t: Words, problem: PasswordProblem): string {
  return t(`password.problem.${problem}`, { count: minPasswordLength });
}

/** The rule for a form: the first thing wrong with the password, or null. */
export function passwordError(t: Words, password: string, owner: PasswordOwner): string | null {
  const [problem] = passwordProblems(password, owner);
  return problem ? problemText(t, problem) : null;
}
