import { dueAfterFinishing, dueOn, firstDueAfter, reminderNow, type Reminder } from "#domain/review/schedule.ts";
import { describe, expect, test } from "vitest";

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
