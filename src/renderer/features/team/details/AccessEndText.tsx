import { useTranslation } from "react-i18next";
import { endsSoon, hasEnded } from "#domain/accessEnd.ts";
import { lastDayText } from "#renderer/app/days/lastDay.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { Badge } from "#renderer/ui/Badge.tsx";
import { Dated } from "#renderer/ui/Dated.tsx";
import { useNow } from "#renderer/ui/useNow.ts";

/** 'Ends 12 Dec 2026', in amber when that is soon. */
export function AccessEndText({ until }: { until: string }) {
  const { t } = useTranslation("members");
  const { locale } = useFormat();
  const now = useNow();
  const at = Date.parse(until);
  const date = lastDayText(until, locale);
  const over = hasEnded(at, now);
  return (
    <Dated at={until}>
      <Badge tone={over || !endsSoon(at, now) ? "grey" : "amber"}>
        {over ? t("end.ended", { date }) : t("end.ends", { date })}
      </Badge>
    </Dated>
  );
}
