import { addDays, addMonths, daysFrom, isCalendarDay } from "#domain/calendar/calendarDay.ts";
import { expect, test } from "vitest";

test.each([
  ["2026-02-28", true],
  ["2024-02-29", true],
  ["2026-02-29", false],
  ["2026-13-01", false],
  ["2026-00-10", false],
  ["2026-04-31", false],
  ["2026-4-1", false],
  ["", false],
  ["2026-04-01T00:00", false],
])("%s is a day: %s", (day, is) => {
  expect(isCalendarDay(day)).toBe(is);
});

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2024-01-31", 1, "2024-02-29"],
  ["2026-01-31", 3, "2026-04-30"],
  ["2026-11-30", 3, "2027-02-28"],
  ["2026-12-15", 12, "2027-12-15"],
  ["2026-03-31", 0, "2026-03-31"],
])("%s and %i months", (day, months, later) => {
  expect(addMonths(day, months)).toBe(later);
});

test.each([
  ["2026-02-28", 1, "2026-03-01"],
  ["2026-01-01", -1, "2025-12-31"],
  // Days have no hours: the night in which clocks change is one day long.
  ["2026-03-28", 2, "2026-03-30"],
])("%s and %i days", (day, days, later) => {
  expect(addDays(day, days)).toBe(later);
  expect(daysFrom(day, later)).toBe(days);
});
