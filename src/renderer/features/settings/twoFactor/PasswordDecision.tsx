import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "#contract/answer.ts";
import type { Fault } from "#contract/fault.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { PasswordField } from "#renderer/ui/form/PasswordField.tsx";

interface PasswordDecisionProps {
  readonly title: string;
  readonly text: string;
  readonly confirmLabel: string;
  readonly tone?: "danger";
  readonly pending: boolean;
  readonly run: (password: string) => Promise<Answer<unknown>>;
  readonly onClose: () => void;
}

/** A decision about one's own sign-in, which asks for the password again. */
export function PasswordDecision({ text, run, ...dialog }: PasswordDecisionProps) {
  const { t } = useTranslation("settings");
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const wrong = fault?.kind === "unauthenticated" && fault.reason === "badCredentials";
  const confirm = async () => {
    const answer = await run(password);
    setFault(answer.ok ? null : answer.fault);
  };
  return (
    <DecisionDialog
      {...dialog}
      opened
      ready={password !== ""}
      fault={wrong ? null : fault}
      onConfirm={() => void confirm()}
      confirmation={
        <PasswordField
          data-autofocus
          label={t("twoFactor.password")}
          autoComplete="current-password"
          maxLength={256}
          value={password}
          error={wrong ? t("twoFactor.passwordWrong") : null}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
            setFault(null);
          }}
        />
      }
    >
      {text}
    </DecisionDialog>
  );
}
