import { day } from "./lengths.ts";

/** A day of the calendar, `YYYY-MM-DD`, in whatever time zone is meant. */
export type CalendarDay = string;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

function partsOf(text: CalendarDay): Parts {
  const [year = 0, month = 1, date = 1] = text.split("-").map(Number);
  return { year, month, date };
}

const dayOf = (time: number): CalendarDay => new Date(time).toISOString().slice(0, 10);
const utcOf = ({ year, month, date }: Parts): number => Date.UTC(year, month - 1, date);

/** Whether a text names a day that the calendar has. */
export const isCalendarDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(utcOf(partsOf(text))) === text;

/** So many days later; earlier where negative. */
export const addDays = (from: CalendarDay, days: number): CalendarDay => dayOf(utcOf(partsOf(from)) + days * day);

/** Days from one to another; negative where the other comes before. */
export const daysFrom = (from: CalendarDay, to: CalendarDay): number =>
  Math.round((utcOf(partsOf(to)) - utcOf(partsOf(from))) / day);

/** So many months later, on the last day of a month that has no such date. */
export function addMonths(from: CalendarDay, count: number): CalendarDay {
  const { year, month, date } = partsOf(from);
  const [first, last] = [Date.UTC(year, month - 1 + count, 1), Date.UTC(year, month + count, 0)];
  return dayOf(first + (Math.min(date, new Date(last).getUTCDate()) - 1) * day);
}
