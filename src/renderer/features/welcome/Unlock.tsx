import { Anchor, Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "#contract/fault.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { Form } from "#renderer/ui/form/Form.tsx";
import { PasswordField } from "#renderer/ui/form/PasswordField.tsx";
import { Screen } from "./Screen.tsx";
import classes from "./Welcome.module.css";

/** Asks for the passphrase before anything else: the sign-in itself is behind it. */
export function Unlock() {
  const { t } = useTranslation("offline");
  const [passphrase, setPassphrase] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [tries, setTries] = useState(0);
  const [forgetting, setForgetting] = useState(false);
  const refuse = (sentence: string) => {
    setError(sentence);
    setTries((count) => count + 1);
  };
  const unlock = useCommand("passphrase.unlock", {
    onFault: (failed) => {
      if (failed.kind === "invalid") refuse(t("unlock.wrong"));
      else setFault(failed);
    },
  });
  const forget = useCommand("passphrase.forget");
  return (
    <Screen title={t("unlock.title")} text={t("unlock.text")}>
      <Form
        shown={{ fault, refusals: tries }}
        onSubmit={(event) => {
          event.preventDefault();
          setFault(null);
          if (passphrase === "") refuse(t("unlock.missing"));
          else if (!unlock.pending) void unlock.run({ passphrase });
        }}
      >
        <PasswordField
          label={t("passphrase.field")}
          autoComplete="current-password"
          maxLength={256}
          value={passphrase}
          error={error}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
            setError(null);
          }}
        />
        <Button type="submit" fullWidth loading={unlock.pending}>
          {t("unlock.submit")}
        </Button>
      </Form>
      <div className={classes["links"]}>
        <Anchor component="button" type="button" size="sm" c="var(--od-accent)" onClick={() => setForgetting(true)}>
          {t("unlock.forgot")}
        </Anchor>
      </div>
      <DecisionDialog
        local
        opened={forgetting}
        tone="danger"
        title={t("unlock.forgetTitle")}
        confirmLabel={t("unlock.forget")}
        pending={forget.pending}
        onConfirm={() => void forget.run({})}
        onClose={() => setForgetting(false)}
      >
        {t("unlock.forgetText")}
      </DecisionDialog>
    </Screen>
  );
}
