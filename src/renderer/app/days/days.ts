import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";
import { formatDate, type Locale } from "#renderer/i18n/format.ts";

dayjs.extend(utc);
dayjs.extend(timezone);

/** A calendar day as the address keeps it: `2026-11-21`. */
export type Day = string;

const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** The day in a text, or null where it holds none. */
export function dayOf(text: string | null): Day | null {
  if (text === null || !pattern.test(text)) return null;
  const day = dayjs.utc(text);
  return day.isValid() && day.format("YYYY-MM-DD") === text ? text : null;
}

/** The instant at which a day begins in a time zone, ISO 8601 in UTC. */
export function startOf(day: Day, timeZone: string): string {
  return dayjs.tz(`${day}T00:00:00`, timeZone).toISOString();
}

/** The instant at which a day is over in a time zone. */
export function endOf(day: Day, timeZone: string): string {
  return startOf(dayjs.utc(day).add(1, "day").format("YYYY-MM-DD"), timeZone);
}

/** The day so many days before the one that it is now in a time zone; 0 is today. */
export function daysAgo(days: number, timeZone: string, now = Date.now()): Day {
  return dayjs(now).tz(timeZone).subtract(days, "day").format("YYYY-MM-DD");
}

/** A day as the organization writes it, such as '21 Nov 2026'. */
export function dayText(day: Day, locale: Locale): string {
  return formatDate(`${day}T00:00:00Z`, { ...locale, timeZone: "UTC" });
}

/** The day that it is at an instant in a time zone. */
export const dayAt = (at: number, timeZone: string): Day => dayjs(at).tz(timeZone).format("YYYY-MM-DD");
