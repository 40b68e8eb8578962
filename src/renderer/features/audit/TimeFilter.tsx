import { Button } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import "@mantine/dates/styles.layer.css";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { CalendarDay } from "#domain/calendar/calendarDay.ts";
import { firstDayOfWeek, type Locale } from "#renderer/i18n/format.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { FilterChip } from "#renderer/ui/filters/FilterChip.tsx";
import classes from "./Audit.module.css";
import { dayText, daysAgo } from "#renderer/app/days/days.ts";
import type { AuditFilters } from "./filters.ts";

interface TimeFilterProps {
  readonly organization: Organization;
  readonly filters: AuditFilters;
  readonly onChange: (part: Partial<AuditFilters>) => void;
}

const spans = [7, 30, 90] as const;

/** The days to show, both included, as the organization counts them. */
export function TimeFilter({ organization, filters: { from, to }, onChange }: TimeFilterProps) {
  const { t } = useTranslation("audit");
  const { locale } = useFormat();
  return (
    <FilterChip
      name={t("filter.time")}
      value={spanText(t, from, to, locale)}
      onClear={() => onChange({ from: null, to: null })}
    >
      {(close) => {
        const choose = (first: CalendarDay | null, last: CalendarDay | null) => {
          onChange({ from: first, to: last });
          close();
        };
        return <TimeEditor organization={organization} from={from} to={to} onChoose={choose} />;
      }}
    </FilterChip>
  );
}

interface TimeEditorProps {
  readonly organization: Organization;
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
  readonly onChoose: (from: CalendarDay | null, to: CalendarDay | null) => void;
}

function TimeEditor({ organization: { timeZone, language }, from, to, onChoose }: TimeEditorProps) {
  const { t } = useTranslation("audit");
  const today = daysAgo(0, timeZone);
  const [range, setRange] = useState<[CalendarDay | null, CalendarDay | null]>([from, to ?? (from && today)]);
  return (
    <div className={classes["time"]}>
      <div className={classes["spans"]}>
        <Button variant="default" size="compact-xs" onClick={() => onChoose(today, null)}>
          {t("filter.today")}
        </Button>
        {spans.map((days) => (
          <Button
            key={days}
            variant="default"
            size="compact-xs"
            onClick={() => onChoose(daysAgo(days - 1, timeZone), null)}
          >
            {t("filter.days", { count: days })}
          </Button>
        ))}
      </div>
      <DatePicker
        type="range"
        allowSingleDateInRange
        size="sm"
        hideOutsideDates
        ariaLabels={{ previousMonth: t("filter.previousMonth"), nextMonth: t("filter.nextMonth") }}
        value={range}
        defaultDate={to ?? from ?? today}
        maxDate={today}
        weekendDays={[]}
        firstDayOfWeek={firstDayOfWeek(language)}
        onChange={(next) => {
          setRange(next);
          if (next[0] && next[1]) onChoose(next[0], next[1]);
        }}
      />
    </div>
  );
}

function spanText(
  t: TFunction<"audit">,
  from: CalendarDay | null,
  to: CalendarDay | null,
  locale: Locale,
): string | null {
  const words = { from: from && dayText(from, locale), to: to && dayText(to, locale) };
  if (from && from === to) return dayText(from, locale);
  if (from && to) return t("filter.between", words);
  if (from) return t("filter.since", words);
  return to ? t("filter.until", words) : null;
}
