import { VisuallyHidden } from "@mantine/core";
import { IconCheck, IconCircleHalf2, IconMinus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./Matrix.module.css";

/** Yes, no or in part, by shape and, for screen readers, by word; the colour only repeats it. */
export function Mark({ allowed, partly = false }: { allowed: boolean; partly?: boolean }) {
  const { t } = useTranslation("permissions");
  const Icon = allowed ? IconCheck : partly ? IconCircleHalf2 : IconMinus;
  return (
    <span className={classes["mark"]} data-allowed={allowed || undefined} data-partly={partly || undefined}>
      <Icon size={16} stroke={allowed ? 2.25 : 1.5} aria-hidden="true" />
      <VisuallyHidden>{allowed ? t("yes") : partly ? t("partly") : t("no")}</VisuallyHidden>
    </span>
  );
}
