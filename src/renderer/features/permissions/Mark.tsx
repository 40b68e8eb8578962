import { VisuallyHidden } from "@mantine/core";
import { IconCheck, IconMinus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./Permissions.module.css";

/** Yes or no by shape and, for screen readers, by word; the colour only repeats it. */
export function Mark({ allowed }: { allowed: boolean }) {
  const { t } = useTranslation("permissions");
  const Icon = allowed ? IconCheck : IconMinus;
  return (
    <span className={classes["mark"]} data-allowed={allowed || undefined}>
      <Icon size={16} stroke={allowed ? 2.25 : 1.5} aria-hidden="true" />
      <VisuallyHidden>{allowed ? t("yes") : t("no")}</VisuallyHidden>
    </span>
  );
}
