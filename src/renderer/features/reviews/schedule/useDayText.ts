import type { CalendarDay } from "#domain/calendar/calendarDay.ts";
import { dayText } from "#renderer/app/days/days.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";

/** A day of the calendar as people write it here. */
export function useDayText(): (day: CalendarDay) => string {
  const { locale } = useFormat();
  return (day) => dayText(day, locale);
}
