import { IconDatabaseOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { OfflineData } from "#contract/entities/offline.ts";
import { useMomentWords } from "#renderer/app/offline/useMomentWords.ts";
import { useOrganizations } from "#renderer/app/organizations/useOrganizations.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { FormSection } from "#renderer/ui/form/FieldRow.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import classes from "./Stored.module.css";

/** What stands on this computer, organization by organization, the largest first. */
export function Stored({ data: { organizations: stored } }: { data: OfflineData }) {
  const { t } = useTranslation("offline");
  const format = useFormat();
  const words = useMomentWords();
  const { organizations } = useOrganizations();
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  const total = stored.reduce((sum, { size }) => sum + size, 0);
  const sum = t("settings.stored.total", { count: stored.length, size: format.size(total) });
  return (
    <FormSection title={t("settings.stored.title")} {...(stored.length === 0 ? {} : { description: sum })}>
      {stored.length === 0 ? (
        <EmptyState icon={<IconDatabaseOff size={20} />} text={t("settings.stored.none")} />
      ) : (
        <ul className={classes["list"]}>
          {stored
            .toSorted((a, b) => b.size - a.size)
            .map(({ id, revision, asOf, rows, events, size }) => {
              const moment = words({ from: "snapshot", asOf, revision });
              return (
                <li key={id} className={classes["row"]}>
                  <Truncate className={classes["name"]}>{names.get(id) ?? id}</Truncate>
                  <span className={classes["detail"]}>
                    {t("settings.stored.one", { rows, events, size: format.size(size) })}
                  </span>
                  <time className={classes["detail"]} dateTime={asOf}>
                    {t("settings.stored.asOf", { time: moment.time, revision: moment.revision ?? "0" })}
                  </time>
                </li>
              );
            })}
        </ul>
      )}
    </FormSection>
  );
}
