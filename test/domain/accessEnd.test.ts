import { accessEndProblem, endsSoon, hasEnded, longestAccess } from "#domain/accessEnd.ts";
import { expect, test } from "vitest";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 21);

test.each([
  ["the instant itself", now, true],
  ["one millisecond later", now + 1, false],
  ["long ago", now - day, true],
  ["no end", null, false],
])("access with its end at %s has ended: %#", (_, until, ended) => {
  expect(hasEnded(until, now)).toBe(ended);
});

test.each([
  ["now", now, "past"],
  ["in a moment", now + 1, null],
  ["as far as allowed", now + longestAccess, null],
  ["further", now + longestAccess + 1, "tooFar"],
])("an end %s is %#", (_, until, problem) => {
  expect(accessEndProblem(until, now)).toBe(problem);
});

test("an end within 30 days is soon", () => {
  expect(endsSoon(now + 30 * day, now)).toBe(true);
  expect(endsSoon(now + 30 * day + 1, now)).toBe(false);
  expect(endsSoon(null, now)).toBe(false);
});
