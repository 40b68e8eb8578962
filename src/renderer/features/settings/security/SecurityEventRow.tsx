import {
  IconAlertTriangle,
  IconBan,
  IconKey,
  IconLogin2,
  IconLifebuoy,
  IconLogout,
  IconShieldLock,
  IconShieldOff,
  IconUserCog,
  IconUserPlus,
  type Icon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { SecurityKind } from "#contract/audit.ts";
import type { SecurityEvent } from "#contract/entities/auditEvent.ts";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import classes from "./SecurityLog.module.css";
import { useRefusalWords } from "./useRefusalWords.ts";

interface SecurityEventRowProps {
  readonly event: SecurityEvent;
  readonly named: boolean;
}

const icons: Readonly<Record<SecurityKind, Icon>> = {
  "account.created": IconUserPlus,
  "account.passwordChanged": IconKey,
  "account.passwordReset": IconKey,
  "account.updated": IconUserCog,
  "session.signedIn": IconLogin2,
  "session.signInFailed": IconAlertTriangle,
  "session.secondStepFailed": IconAlertTriangle,
  "session.signedOut": IconLogout,
  "session.revoked": IconLogout,
  "session.revokedAll": IconLogout,
  "session.tokenReused": IconAlertTriangle,
  "twoFactor.begun": IconShieldLock,
  "twoFactor.turnedOn": IconShieldLock,
  "twoFactor.turnedOff": IconShieldOff,
  "twoFactor.recoveryCodeUsed": IconLifebuoy,
  "twoFactor.recoveryCodesRenewed": IconLifebuoy,
  "command.refused": IconBan,
};

const alarming: ReadonlySet<SecurityKind> = new Set([
  "session.signInFailed",
  "session.secondStepFailed",
  "session.tokenReused",
  "twoFactor.turnedOff",
  "command.refused",
]);

/** One entry: what happened, to whom, from where, when. */
export function SecurityEventRow({ event, named }: SecurityEventRowProps) {
  const { t } = useTranslation("settings");
  const refusal = useRefusalWords(event);
  const Sign = icons[event.kind];
  const who = event.accountName ?? t("security.nobody");
  const what = named ? t(`security.named.${event.kind}`, { name: who }) : t(`security.own.${event.kind}`);
  return (
    <li className={classes["row"]}>
      <Sign size={16} aria-hidden="true" data-alarming={alarming.has(event.kind) || undefined} />
      <span className={classes["what"]}>
        {what}
        {refusal ? <span className={classes["detail"]}>{refusal}</span> : null}
      </span>
      <span className={classes["where"]}>{[event.address, event.userAgent].filter(Boolean).join(" · ")}</span>
      <span className={classes["when"]}>
        <RelativeTime at={event.at} />
      </span>
    </li>
  );
}
