import type { CalendarDay } from "./calendarDay.ts";
import { minute } from "./lengths.ts";

/** Further than any time zone is from UTC, in minutes. */
const furthest = 16 * 60;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using it. An unknown time zone counts as UTC. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = make(timeZone) ?? formatOf("UTC");
  formats.set(timeZone, made);
  return made;
}

function make(timeZone: string): Intl.DateTimeFormat | null {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit" } as const;
  try {
    return new Intl.DateTimeFormat("en-CA", { timeZone, hourCycle: "h23", ...parts });
  } catch {
    return null;
  }
}

/** The day and the hour, 0 to 23, of an instant in a time zone (IANA). */
export function localTime(now: number, timeZone: string): { readonly day: CalendarDay; readonly hour: number } {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? "00";
  return { day: `${part("year")}-${part("month")}-${part("day")}`, hour: Number(part("hour")) };
}

/** The first instant of a day in a time zone (IANA), in milliseconds since 1970; where midnight is left out, after it. */
export function startOfDay(day: CalendarDay, timeZone: string): number {
  const middle = Date.parse(`${day}T00:00:00Z`);
  const at = (minutes: number): number => middle + minutes * minute;
  let before = -furthest;
  let from = furthest;
  // Days follow each other, and begin with a minute: the place where this one does can be halved towards.
  while (from - before > 1) {
    const between = Math.floor((before + from) / 2);
    if (localTime(at(between), timeZone).day < day) before = between;
    else from = between;
  }
  return at(from);
}
