import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TwoFactorSecret } from "#contract/entities/twoFactor.ts";
import type { Fault } from "#contract/fault.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { CommandButton } from "#renderer/ui/CommandButton.tsx";
import { CodeField } from "#renderer/ui/form/CodeField.tsx";
import { CopyButton } from "#renderer/ui/CopyButton.tsx";
import { Dialog, DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import { Form } from "#renderer/ui/form/Form.tsx";
import { QrCode } from "./QrCode.tsx";
import classes from "./TwoFactor.module.css";

interface SetUpDialogProps {
  readonly secret: TwoFactorSecret;
  readonly onDone: (recoveryCodes: readonly string[]) => void;
  readonly onClose: () => void;
}

/** The key for the app, and the first code of it, which turns the second step on. */
export function SetUpDialog({ secret, onDone, onClose }: SetUpDialogProps) {
  const { t } = useTranslation("settings");
  const { t: common } = useTranslation();
  const [code, setCode] = useState("");
  const [tries, setTries] = useState(0);
  const [error, setError] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const confirm = useCommand("twoFactor.confirm", {
    onDone: ({ recoveryCodes }) => onDone(recoveryCodes),
    onFault: (failed) => {
      const about = failed.kind === "unauthenticated";
      setError(about ? t(failed.reason === "expired" ? "twoFactor.expired" : "twoFactor.codeWrong") : null);
      setFault(about ? null : failed);
      setCode("");
      setTries((count) => count + 1);
    },
  });
  const send = (full: string) => {
    setCode(full);
    if (full.length === 6 && !confirm.pending) void confirm.run({ code: full });
  };
  return (
    <Dialog title={t("twoFactor.beginTitle")} size={560} closesOutside={false} onClose={onClose}>
      <Form
        shown={{ fault, refusals: 0 }}
        onSubmit={(event) => {
          event.preventDefault();
          send(code);
        }}
      >
        <div className={classes["setUp"]}>
          <QrCode text={secret.uri} label={t("twoFactor.qr")} />
          <div className={classes["beside"]}>
            <div>{t("twoFactor.scan")}</div>
            <div className={classes["key"]}>
              <code aria-label={t("twoFactor.key")}>{secret.secret.replaceAll(/.{4}(?=.)/g, "$& ")}</code>
              <CopyButton value={secret.secret} label={t("twoFactor.copyKey")} />
            </div>
          </div>
        </div>
        <CodeField
          key={tries}
          label={t("twoFactor.code")}
          value={code}
          error={error}
          onChange={(typed) => {
            setCode(typed);
            if (typed !== "") setError(null);
          }}
          onComplete={send}
        />
        <DialogFooter pending={confirm.pending}>
          <Button variant="default" onClick={onClose} disabled={confirm.pending}>
            {common("action.cancel")}
          </Button>
          <CommandButton type="submit" loading={confirm.pending} disabled={code.length < 6}>
            {t("twoFactor.turnOn")}
          </CommandButton>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
