import { useTranslation } from "react-i18next";
import type { Moment } from "#renderer/bridge/age.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { useNow } from "#renderer/ui/useNow.ts";

/** How a moment is told: the time of today, else the day as well; how long ago; which revision, where it has one. */
export function useMomentWords(): (moment: Moment) => { time: string; age: string; revision: number | null } {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return ({ asOf, revision }) => ({
    time: format.date(asOf) === format.date(new Date(now).toISOString()) ? format.time(asOf) : format.dateTime(asOf),
    age: format.relative(asOf, now) ?? t("time.now"),
    revision: revision === 0 ? null : revision,
  });
}
