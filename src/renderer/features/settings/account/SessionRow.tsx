import { Button } from "@mantine/core";
import { IconDeviceDesktop } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Session } from "#contract/entities/account.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { Badge } from "#renderer/ui/Badge.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import classes from "./Sessions.module.css";

/** One place of sign-in, with the means to end it. */
export function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation("settings");
  const { t: frame } = useTranslation("frame");
  const online = useOnline();
  const { id, client, userAgent, address, current, lastUsedAt } = session;
  const revoke = useCommand("session.revoke", {
    onDone: () => toastDone({ message: t("sessions.ended", { address }) }),
  });
  return (
    <li className={classes["row"]}>
      <IconDeviceDesktop size={18} stroke={1.5} aria-hidden="true" />
      <div className={classes["texts"]}>
        <div className={classes["name"]}>
          <span dir="auto">{userAgent || clientName()}</span>{" "}
          {current ? <Badge tone="green">{t("sessions.this")}</Badge> : null}
        </div>
        <div className={classes["detail"]}>
          {address} · {t("sessions.used")} <RelativeTime at={lastUsedAt} />
        </div>
      </div>
      {current ? null : (
        <Reason because={online ? null : frame("refusal.offline")} position="left">
          <Button
            size="xs"
            variant="default"
            loading={revoke.pending}
            aria-label={t("sessions.revokeAt", { address })}
            onClick={() => void revoke.run({ sessionId: id })}
          >
            {t("sessions.revoke")}
          </Button>
        </Reason>
      )}
    </li>
  );

  function clientName(): string {
    return client === "desktop" ? t("sessions.desktop") : client;
  }
}
