import { accessEndProblem, type AccessEndProblem } from "./accessEnd.ts";
import { startOfDay } from "./calendar/localDay.ts";
import { addDays, isCalendarDay } from "./calendar/calendarDay.ts";

export type AccessEndTextProblem = AccessEndProblem | "unreadable";

export type ReadAccessEnd =
  | {
      readonly ok: true;
      /** In milliseconds since 1970; null where access has no end. */
      readonly until: number | null;
    }
  | { readonly ok: false; readonly problem: AccessEndTextProblem };

/** An instant says its offset: without one nobody knows whose clock is meant. */
const instant = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

interface Clock {
  /** In milliseconds since 1970. */
  readonly now: number;
  /** IANA. */
  readonly timeZone: string;
}

/** An end of access as a file writes it: the last day in the organization's time zone, an instant, or nothing. */
export function readAccessEndText(text: string, { now, timeZone }: Clock): ReadAccessEnd {
  const given = text.trim();
  if (given === "") return { ok: true, until: null };
  const until = endOf(given, timeZone);
  if (until === null) return { ok: false, problem: "unreadable" };
  const problem = accessEndProblem(until, now);
  return problem === null ? { ok: true, until } : { ok: false, problem };
}

function endOf(text: string, timeZone: string): number | null {
  if (isDay(text)) return startOfDay(addDays(text, 1), timeZone);
  const [, day] = instant.exec(text) ?? [];
  return day !== undefined && isDay(day) ? Date.parse(text.toUpperCase()) : null;
}

/** The calendar's last day has none after it, and month 99 is no time at all. */
const isDay = (text: string): boolean =>
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) && text < "9999" && isCalendarDay(text);
