import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./Wordmark.module.css";

interface WordmarkProps {
  /** Side of the mark in pixels. */
  readonly size?: number;
  /** Leaves the mark alone, as the collapsed sidebar needs it. */
  readonly markOnly?: boolean;
}

/** The product's sign: two organizations that share their people. */
export function Wordmark({ size = 24, markOnly = false }: WordmarkProps) {
  const { t } = useTranslation();
  const name = (
    <span className={classes["name"]} style={{ fontSize: Math.round(size * 0.66) }}>
      {t("product")}
    </span>
  );
  return (
    <span className={classes["root"]}>
      <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
        <rect width="24" height="24" rx="6" fill="var(--mantine-color-accent-6)" />
        <circle cx="9.5" cy="12" r="4.75" fill="none" stroke="#fff" strokeWidth="1.75" />
        <circle cx="14.5" cy="12" r="4.75" fill="none" stroke="#fff" strokeWidth="1.75" strokeOpacity="0.65" />
        <circle cx="12" cy="12" r="1.5" fill="#fff" />
      </svg>
      {markOnly ? <VisuallyHidden>{t("product")}</VisuallyHidden> : name}
    </span>
  );
}
