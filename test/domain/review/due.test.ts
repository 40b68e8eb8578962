import { policyOf } from "#domain/policy/policy.ts";
import { byUrgency, isTold, overdueDays } from "#domain/review/due.ts";
import { expect, test } from "vitest";

test.each([
  ["eight days before", "2026-04-22", null],
  ["a week before", "2026-04-23", -7],
  ["on the day", "2026-04-30", 0],
  ["a month later", "2026-05-30", 30],
])("a review is told %s", (_, today, days) => {
  expect(overdueDays("2026-04-30", today)).toBe(days);
});

test.each([
  ["an owner", "owner", [], true],
  ["an admin whom nobody named", "admin", ["other"], false],
  ["a named admin", "admin", ["me"], true],
  ["a named member, who may review nobody", "member", ["me"], false],
])("%s", (_, role, reviewerIds, told) => {
  expect(isTold(policyOf("agency"), { memberId: "me", role }, reviewerIds)).toBe(told);
});

test("the longest overdue comes first, and equals stay in one order", () => {
  const due = [
    { organizationId: "b", overdueDays: 3 },
    { organizationId: "c", overdueDays: -2 },
    { organizationId: "a", overdueDays: 3 },
    { organizationId: "d", overdueDays: 9 },
  ];
  expect(due.sort(byUrgency).map(({ organizationId }) => organizationId)).toEqual(["d", "a", "b", "c"]);
});
