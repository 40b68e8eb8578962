import type { CalendarDay } from "./schedule.ts";

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
