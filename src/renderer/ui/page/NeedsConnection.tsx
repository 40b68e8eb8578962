import { IconCloudOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./EmptyState.module.css";

interface NeedsConnectionProps {
  /** What is missing, as a sentence without a period, where that can be said. */
  readonly title?: string;
  /** Why it is not on this computer, in whole sentences. */
  readonly why?: string;
}

/** What stands where only the server knows the answer, while it does not answer: no failure, and nothing to be done. */
export function NeedsConnection({ title, why }: NeedsConnectionProps) {
  const { t } = useTranslation();
  return (
    <output className={classes["state"]} data-whole-page>
      <span className={classes["icon"]} aria-hidden="true">
        <IconCloudOff size={20} />
      </span>
      <p className={classes["title"]}>{title ?? t("needsConnection.title")}</p>
      <p className={classes["text"]}>
        {why} {t("needsConnection.text")}
      </p>
    </output>
  );
}
