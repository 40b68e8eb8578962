import { showsOnboarding, stepsDone, type OnboardingFacts } from "#domain/onboarding.ts";
import { expect, test } from "vitest";

const day = 86_400_000;
const fresh: OnboardingFacts = {
  joinedAt: 0,
  dismissed: false,
  hasContact: false,
  notificationsSet: false,
  timeZoneChosen: false,
  seen: [],
};
const all = { ...fresh, hasContact: true, notificationsSet: true, timeZoneChosen: true, seen: ["workspaces"] };

test.each([
  ["just joined", fresh, 0, true],
  ["the last moment", fresh, 30 * day - 1, true],
  ["after 30 days", fresh, 30 * day, false],
  ["put away", { ...fresh, dismissed: true }, 0, false],
  ["all done", all, 0, false],
])("the checklist of somebody who is %s", (_, facts, now, shown) => {
  expect(showsOnboarding(facts, now)).toBe(shown);
});

test("steps are done by what is so, and by looking", () => {
  expect(stepsDone(fresh)).toEqual([]);
  expect(stepsDone({ ...fresh, hasContact: true, seen: ["timeZone", "unknown"] })).toEqual(["contact", "timeZone"]);
  expect(stepsDone(all)).toEqual(["contact", "timeZone", "workspaces", "notifications"]);
});
