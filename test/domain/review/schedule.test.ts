import { localTime } from "#domain/review/localDay.ts";
import {
  addDays,
  addMonths,
  daysFrom,
  dueAfterFinishing,
  dueOn,
  firstDueAfter,
  isCalendarDay,
  reminderNow,
  type Reminder,
} from "#domain/review/schedule.ts";
import { describe, expect, test } from "vitest";

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

describe("what is due", () => {
  const plan = { rhythm: "quarterly", firstDueOn: "2026-01-31" } as const;

  test("keeps the day of the month where the month has it", () => {
    expect([0, 1, 2, 3, 4].map((index) => dueOn(plan, index))).toEqual([
      "2026-01-31",
      "2026-04-30",
      "2026-07-31",
      "2026-10-31",
      "2027-01-31",
    ]);
  });

  test.each([
    ["2020-01-01", "2026-01-31"],
    ["2026-01-30", "2026-01-31"],
    ["2026-01-31", "2026-04-30"],
    ["2026-05-01", "2026-07-31"],
  ])("first after %s", (day, due) => {
    expect(firstDueAfter(plan, day)).toBe(due);
  });

  test.each([
    ["long before: it does not count", "2026-02-15", "2026-04-30", "2026-04-30"],
    ["a month before", "2026-03-31", "2026-04-30", "2026-07-31"],
    ["on the day", "2026-04-30", "2026-04-30", "2026-07-31"],
    ["much later, over two due days", "2026-08-02", "2026-04-30", "2026-10-31"],
    ["so late that the next is covered as well", "2026-07-15", "2026-04-30", "2026-10-31"],
  ])("after a review that is finished %s", (_, finished, due, next) => {
    expect(dueAfterFinishing(plan, finished, due)).toBe(next);
  });
});

test.each<[string, string, Reminder | null, Reminder | null]>([
  ["eight days before", "2026-04-22", null, null],
  ["a week before", "2026-04-23", null, "soon"],
  ["the day after that", "2026-04-24", "soon", null],
  ["on the day", "2026-04-30", "soon", "due"],
  ["on the day, where nobody was told before", "2026-04-30", null, "due"],
  ["six days later", "2026-05-06", "due", null],
  ["a week later", "2026-05-07", "due", "overdue"],
  ["a year later, where nobody was told before", "2027-05-07", null, "overdue"],
  ["a year later", "2027-05-07", "overdue", null],
])("a reminder %s", (_, today, sent, reminder) => {
  expect(reminderNow("2026-04-30", today, sent)).toBe(reminder);
});

test.each([
  ["2026-01-31T23:30:00Z", "UTC", "2026-01-31", 23],
  ["2026-01-31T23:30:00Z", "Europe/Berlin", "2026-02-01", 0],
  ["2026-01-31T23:30:00Z", "Pacific/Auckland", "2026-02-01", 12],
  ["2026-01-31T23:30:00Z", "America/Los_Angeles", "2026-01-31", 15],
  ["2026-03-29T00:59:00Z", "Europe/Berlin", "2026-03-29", 1],
  ["2026-03-29T01:00:00Z", "Europe/Berlin", "2026-03-29", 3],
  ["2026-01-31T23:30:00Z", "Nowhere/Land", "2026-01-31", 23],
])("%s in %s", (instant, zone, day, hour) => {
  expect(localTime(Date.parse(instant), zone)).toEqual({ day, hour });
});
