import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LockoutGuard } from "#contract/entities/lockout.ts";
import { ConfirmDialog } from "#renderer/app/lockout/ConfirmDialog.tsx";
import { NamedOrganizationAvatar } from "#renderer/app/organizations/OrganizationAvatar.tsx";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { Reason } from "#renderer/ui/Reason.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import classes from "./Inbox.module.css";

type Guards = readonly [LockoutGuard, ...LockoutGuard[]];

/** Changes of ownership that wait for a confirmation; several are confirmed with one password. */
export function LockoutRows({ guards }: { guards: readonly LockoutGuard[] }) {
  const { t: frame } = useTranslation("frame");
  const { t } = useTranslation("lockout");
  const [asked, setAsked] = useState<Guards | null>(null);
  const because = useOnline() ? null : frame("refusal.offline");
  const [first, second, ...rest] = guards;
  return (
    <>
      {first && second ? (
        <li className={classes["actions"]}>
          <Reason because={because}>
            <Button variant="default" onClick={() => setAsked([first, second, ...rest])}>
              {t("row.confirmAll", { count: guards.length })}
            </Button>
          </Reason>
        </li>
      ) : null}
      {guards.map((guard) => (
        <LockoutRow key={guard.id} guard={guard} because={because} onConfirm={() => setAsked([guard])} />
      ))}
      {asked ? <ConfirmDialog guards={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

interface LockoutRowProps {
  readonly guard: LockoutGuard;
  readonly because: string | null;
  readonly onConfirm: () => void;
}

function LockoutRow({ guard, because, onConfirm }: LockoutRowProps) {
  const { t } = useTranslation("lockout");
  const { organizationId, organizationName, byName, member } = guard;
  const former = member.name;
  const text = byName === null ? t("row.ended", { former }) : t("row.text", { by: byName, former });
  return (
    <li className={classes["row"]}>
      <NamedOrganizationAvatar id={organizationId} name={organizationName} size={36} />
      <div className={classes["texts"]}>
        <div className={classes["name"]} dir="auto">
          {organizationName}
        </div>
        <div>{text}</div>
        <div className={classes["detail"]}>
          {t("row.until")} <RelativeTime at={guard.confirmBy} />
        </div>
      </div>
      <div className={classes["actions"]}>
        <Reason because={because}>
          <Button onClick={onConfirm}>{t("row.confirm")}</Button>
        </Reason>
      </div>
    </li>
  );
}
