import { dayText, type Day } from "#renderer/app/days/days.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";

/** A day of the calendar as people write it here. */
export function useDayText(): (day: Day) => string {
  const { locale } = useFormat();
  return (day) => dayText(day, locale);
}
