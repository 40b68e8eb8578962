import { useTranslation } from "react-i18next";
import type { TwoFactorSecret } from "#contract/entities/twoFactor.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { toastDone } from "#renderer/ui/toast.tsx";
import { PasswordDecision } from "./PasswordDecision.tsx";

export type Asked = "begin" | "renew" | "disable";

interface TwoFactorDecisionProps {
  readonly asked: Asked;
  readonly onSecret: (secret: TwoFactorSecret) => void;
  readonly onCodes: (recoveryCodes: readonly string[]) => void;
  readonly onClose: () => void;
}

/** The dialog keeps the fault of its own command. */
const shownInside = () => undefined;

/** The password again, before the second step is set up, renewed or turned off. */
export function TwoFactorDecision({ asked, onSecret, onCodes, onClose }: TwoFactorDecisionProps) {
  const { t } = useTranslation("settings");
  const begin = useCommand("twoFactor.begin", {
    onDone: (secret) => {
      onClose();
      onSecret(secret);
    },
    onFault: shownInside,
  });
  const renew = useCommand("twoFactor.renewRecoveryCodes", {
    onDone: ({ recoveryCodes }) => {
      onClose();
      onCodes(recoveryCodes);
    },
    onFault: shownInside,
  });
  const disable = useCommand("twoFactor.disable", {
    onDone: () => {
      onClose();
      toastDone({ message: t("twoFactor.turnedOff") });
    },
    onFault: shownInside,
  });
  if (asked === "begin") {
    return (
      <PasswordDecision
        title={t("twoFactor.beginTitle")}
        text={t("twoFactor.beginText")}
        confirmLabel={t("twoFactor.continue")}
        pending={begin.pending}
        run={(password) => begin.run({ password })}
        onClose={onClose}
      />
    );
  }
  if (asked === "renew") {
    return (
      <PasswordDecision
        title={t("twoFactor.renewTitle")}
        text={t("twoFactor.renewText")}
        confirmLabel={t("twoFactor.renew")}
        pending={renew.pending}
        run={(password) => renew.run({ password })}
        onClose={onClose}
      />
    );
  }
  return (
    <PasswordDecision
      title={t("twoFactor.turnOffTitle")}
      text={t("twoFactor.turnOffText")}
      confirmLabel={t("twoFactor.turnOff")}
      tone="danger"
      pending={disable.pending}
      run={(password) => disable.run({ password })}
      onClose={onClose}
    />
  );
}
