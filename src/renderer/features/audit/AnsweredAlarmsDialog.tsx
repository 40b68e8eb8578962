import { IconShieldX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { WitnessStatus } from "#contract/entities/witness.ts";
import { Dialog } from "#renderer/ui/dialog/Dialog.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import classes from "./Audit.module.css";

interface AnsweredAlarmsDialogProps {
  readonly organization: Organization;
  readonly answered: WitnessStatus["answered"];
  readonly onClose: () => void;
}

/** The alarms about this log that somebody answered for on this computer, newest first, each with its reason. */
export function AnsweredAlarmsDialog({ organization, answered, onClose }: AnsweredAlarmsDialogProps) {
  const { t } = useTranslation("witness");
  return (
    <Dialog title={t("answered.title")} size={560} onClose={onClose}>
      <p className={classes["answeredAbout"]}>{t("answered.text")}</p>
      {/* Has the keyboard first: the arrows scroll what is to be read. */}
      <ul className={classes["answered"]} tabIndex={-1} data-autofocus>
        {answered.toReversed().map(({ alarm: { id, kind, revision, raisedAt }, reason, at }) => (
          <li key={id}>
            <IconShieldX size={16} aria-hidden="true" />
            <div>
              <strong>{t(`line.${kind}`, { organization: organization.name, revision: revision ?? 0 })}</strong>
              <p>{reason}</p>
              <p className={classes["quiet"]}>
                {t("answered.raised")} <RelativeTime at={raisedAt} /> · {t("answered.at")} <RelativeTime at={at} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
