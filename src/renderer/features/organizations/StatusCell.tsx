import { useTranslation } from "react-i18next";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { Badge } from "#renderer/ui/Badge.tsx";
import { useNow } from "#renderer/ui/useNow.ts";
import type { Line } from "./lines.ts";
import classes from "./Organizations.module.css";

/** Whether an organization works, goes on a day, or is gone since one. */
export function StatusCell({ line: { status, deletedAt } }: { line: Line }) {
  const { t } = useTranslation("organizations");
  const format = useFormat();
  const now = useNow();
  if (status === "active") return <span className={classes["quiet"]}>{t("all.status.active")}</span>;
  if (status === "deleted" && deletedAt !== null)
    return <Badge>{t("all.status.since", { date: format.date(deletedAt) })}</Badge>;
  if (deletedAt === null || Date.parse(deletedAt) <= now) return <Badge tone="red">{t("all.status.underWay")}</Badge>;
  return <Badge tone="amber">{t("all.status.until", { date: format.date(deletedAt) })}</Badge>;
}
