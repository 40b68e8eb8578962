import { clockDifference, isPossibleStart } from "#domain/review/started.ts";
import { expect, test } from "vitest";

const [asOfAt, receivedAt] = [Date.UTC(2026, 10, 1), Date.UTC(2026, 10, 8)];

test.each([
  ["with the state", asOfAt, true],
  ["as it arrived", receivedAt, true],
  ["a little before the state", asOfAt - clockDifference, true],
  ["before the state", asOfAt - clockDifference - 1, false],
  ["a little after it arrived", receivedAt + clockDifference, true],
  ["after it arrived", receivedAt + clockDifference + 1, false],
])("a review that is said to have begun %s: %#", (_, startedAt, expected) => {
  expect(isPossibleStart({ startedAt, asOfAt, receivedAt })).toBe(expected);
});

test("of an organization in which nothing had happened, any start before the arrival is possible", () => {
  expect(isPossibleStart({ startedAt: 0, asOfAt: null, receivedAt })).toBe(true);
});
