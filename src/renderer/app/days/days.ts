import { addDays, isCalendarDay, type CalendarDay } from "#domain/calendar/calendarDay.ts";
import { localTime, startOfDay } from "#domain/calendar/localDay.ts";
import { formatDate, type Locale } from "#renderer/i18n/format.ts";

/** The day in a text, or null where it holds none. */
export const dayOf = (text: string): CalendarDay | null => (isCalendarDay(text) ? text : null);

/** The instant at which a day begins in a time zone, ISO 8601 in UTC. */
export const startOf = (day: CalendarDay, timeZone: string): string =>
  new Date(startOfDay(day, timeZone)).toISOString();

/** The instant at which a day is over in a time zone. */
export const endOf = (day: CalendarDay, timeZone: string): string => startOf(addDays(day, 1), timeZone);

/** The day so many days before the one that it is now in a time zone; 0 is today. */
export const daysAgo = (days: number, timeZone: string): CalendarDay =>
  addDays(localTime(Date.now(), timeZone).day, -days);

/** A day as the organization writes it, such as '21 Nov 2026'. */
export const dayText = (day: CalendarDay, locale: Locale): string =>
  formatDate(`${day}T00:00:00Z`, { ...locale, timeZone: "UTC" });
