import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./Bulk.module.css";
import type { Skipped } from "./job.ts";

/** Names shown per reason before the rest is counted. */
const namesAtMost = 3;

/** Whom a work leaves out, one line per reason. */
export function SkippedList({ skipped }: { skipped: readonly Skipped[] }) {
  const { t } = useTranslation("team");
  if (skipped.length === 0) return null;
  const count = skipped.reduce((sum, { names }) => sum + names.length, 0);
  return (
    <div className={classes["skipped"]}>
      <p className={classes["lead"]}>
        <IconAlertTriangle size={14} aria-hidden="true" />
        {t("bulk.skipped", { count })}
      </p>
      <ul>
        {skipped.map(({ sentence, names }) => (
          <li key={sentence}>
            <span className={classes["names"]} dir="auto">
              {names.slice(0, namesAtMost).join(", ")}
              {names.length > namesAtMost ? ` ${t("bulk.more", { count: names.length - namesAtMost })}` : ""}
            </span>
            <span className={classes["why"]}>{sentence}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
