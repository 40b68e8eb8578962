import type { CalendarDay } from "#domain/calendar/calendarDay.ts";
import { localTime } from "#domain/calendar/localDay.ts";

/** The day of an instant as it stands in a file's name: the one that this computer's calendar shows. */
export const fileDay = (at: number): CalendarDay =>
  localTime(at, new Intl.DateTimeFormat().resolvedOptions().timeZone).day;
