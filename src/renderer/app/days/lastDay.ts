import type { CalendarDay } from "#domain/calendar/calendarDay.ts";
import { localTime } from "#domain/calendar/localDay.ts";
import { formatDate, type Locale } from "#renderer/i18n/format.ts";
import { endOf } from "./days.ts";

/** The instant at which something ends whose last day this is; null where it has none. */
export const untilOf = (last: CalendarDay | null, timeZone: string): string | null =>
  last === null ? null : endOf(last, timeZone);

/** The last day before an end: at midnight it is the day that is just over. */
const before = (until: string): number => Date.parse(until) - 1;

export const lastDayOf = (until: string | null, timeZone: string): CalendarDay | null =>
  until === null ? null : localTime(before(until), timeZone).day;

/** The last day before an end, as the organization writes it. */
export const lastDayText = (until: string, locale: Locale): string =>
  formatDate(new Date(before(until)).toISOString(), locale);
