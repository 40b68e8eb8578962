import { useTranslation } from "react-i18next";
import { localeOf } from "#renderer/app/organizations/OrganizationLocale.tsx";
import { formatDate, formatExact } from "#renderer/i18n/format.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { Badge } from "#renderer/ui/Badge.tsx";
import { useNow } from "#renderer/ui/useNow.ts";
import type { Line } from "./lines.ts";

/** Whether an organization works, goes on a day, or is gone since one. */
export function StatusCell({ line: { status, deletedAt, organization } }: { line: Line }) {
  const { t } = useTranslation("organizations");
  const here = useFormat().locale;
  const now = useNow();
  if (status === "active") return <Badge tone="plain">{t("all.status.active")}</Badge>;
  const over = status === "deleted";
  if (deletedAt === null || (!over && Date.parse(deletedAt) <= now)) {
    return <Badge tone="red">{t("all.status.underWay")}</Badge>;
  }
  const locale = organization ? localeOf(organization) : here;
  const date = formatDate(deletedAt, locale);
  return (
    <span data-tip={formatExact(deletedAt, locale)}>
      {over ? (
        <Badge>{t("all.status.since", { date })}</Badge>
      ) : (
        <Badge tone="amber">{t("all.status.until", { date })}</Badge>
      )}
    </span>
  );
}
