import { DatePickerInput } from "@mantine/dates";
import "@mantine/dates/styles.layer.css";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { CalendarDay } from "#domain/calendar/calendarDay.ts";
import { firstDayOfWeek } from "#renderer/i18n/format.ts";
import { daysAgo } from "./days.ts";

interface LastDayFieldProps {
  readonly organization: Organization;
  readonly label: string;
  readonly description?: string;
  readonly value: CalendarDay | null;
  readonly error?: string | null;
  readonly onChange: (day: CalendarDay | null) => void;
}

const written = { iso: "YYYY-MM-DD", dayMonthYear: "DD/MM/YYYY", monthDayYear: "MM/DD/YYYY" } as const;

/** The last day of something, from today on, as the organization counts and writes its days; empty for no end. */
export function LastDayField({ organization, value, error = null, onChange, ...words }: LastDayFieldProps) {
  const { t } = useTranslation("members");
  const today = daysAgo(0, organization.timeZone);
  return (
    <DatePickerInput
      {...words}
      clearable
      size="sm"
      value={value}
      error={error}
      placeholder={t("end.none")}
      valueFormat={written[organization.dateFormat]}
      minDate={today}
      defaultDate={value ?? today}
      weekendDays={[]}
      firstDayOfWeek={firstDayOfWeek(organization.language)}
      hideOutsideDates
      ariaLabels={{ previousMonth: t("end.previousMonth"), nextMonth: t("end.nextMonth") }}
      clearButtonProps={{ "aria-label": t("end.clear") }}
      onChange={onChange}
    />
  );
}
