import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { saveText } from "#renderer/app/files/saveFile.ts";
import { useAccount } from "#renderer/bridge/desktop.ts";
import { Dialog, DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import classes from "./TwoFactor.module.css";

interface RecoveryCodesDialogProps {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}

/** The recovery codes, this once; a stray click does not lose them. */
export function RecoveryCodesDialog({ codes, onClose }: RecoveryCodesDialogProps) {
  const { t } = useTranslation("settings");
  const { t: common } = useTranslation();
  const { email } = useAccount();
  const clipboard = useClipboard({ timeout: 2000 });
  const text = codes.join("\n");
  const file = () => saveText("orgdesk-recovery-codes.txt", `${t("twoFactor.codesFile", { email })}\n\n${text}\n`);
  return (
    <Dialog title={t("twoFactor.codesTitle")} closesOutside={false} onClose={onClose}>
      <div>{t("twoFactor.codesText")}</div>
      <ul className={classes["codes"]} aria-label={t("twoFactor.recovery")}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={classes["buttons"]}>
        <Button variant="default" data-autofocus onClick={() => clipboard.copy(text)}>
          {clipboard.copied ? common("action.copied") : t("twoFactor.codesCopy")}
        </Button>
        <Button variant="default" onClick={file}>
          {t("twoFactor.codesSave")}
        </Button>
      </div>
      <DialogFooter>
        <Button onClick={onClose}>{t("twoFactor.codesDone")}</Button>
      </DialogFooter>
    </Dialog>
  );
}
