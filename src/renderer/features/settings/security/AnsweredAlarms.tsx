import { IconShieldX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useWitness } from "#renderer/app/witness/useWitness.ts";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import classes from "./SecurityLog.module.css";

/** The alarms about this log that somebody answered for on this computer, newest first, each with its reason. */
export function AnsweredAlarms({ organization }: { organization: Organization }) {
  const { t } = useTranslation("witness");
  const answered = useWitness(organization)?.answered.toReversed() ?? [];
  if (answered.length === 0) return null;
  return (
    <section className={classes["answered"]} aria-label={t("answered.title")}>
      <h2>{t("answered.title")}</h2>
      <p>{t("answered.text")}</p>
      <ul className={classes["list"]}>
        {answered.map(({ alarm: { id, kind, revision, raisedAt }, reason, at }) => (
          <li key={id} className={classes["row"]}>
            <IconShieldX size={16} aria-hidden="true" data-alarming />
            <span className={classes["what"]}>
              {t(`line.${kind}`, { organization: organization.name, revision: revision ?? 0 })}
              <span className={classes["detail"]}>{reason}</span>
            </span>
            <span className={classes["where"]}>
              {t("answered.raised")} <RelativeTime at={raisedAt} />
            </span>
            <span className={classes["when"]}>
              <RelativeTime at={at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
