import {
  canSurelySignIn,
  confirmationPeriod,
  guardEnd,
  mayLeave,
  needsConfirmation,
  seenLately,
  type GuardState,
} from "#domain/lockout.ts";
import { expect, it } from "vitest";

const now = Date.UTC(2026, 10, 21);
const owner = (lastSeenAt: number | null) => ({ memberId: "m", lastSeenAt });

it.each([
  ["now", now, true],
  ["30 days ago", now - seenLately, true],
  ["a moment longer ago", now - seenLately - 1, false],
  ["never", null, false],
] as const)("an owner seen %s", (_when, lastSeenAt, expected) => {
  expect(canSurelySignIn(owner(lastSeenAt), now)).toBe(expected);
});

it.each([
  ["nobody", [], true, true],
  ["one never seen", [null], true, true],
  ["one who is here", [now], true, false],
  ["one who is here and one never seen", [now, null], true, false],
  ["two who are here", [now, now - 1], false, false],
  ["two who are here and one never seen", [now, null, now], false, false],
] as const)("left to administer: %s", (_who, seen, byAct, byDate) => {
  expect(needsConfirmation(seen.map(owner), "act", now)).toBe(byAct);
  expect(needsConfirmation(seen.map(owner), "date", now)).toBe(byDate);
});

it.each([
  ["pending", confirmationPeriod - 1, false, null],
  ["pending", confirmationPeriod, false, "reverted"],
  ["pending", 0, true, "overtaken"],
  ["pending", confirmationPeriod, true, "overtaken"],
  ["confirmed", confirmationPeriod, false, null],
  ["reverted", confirmationPeriod, false, null],
  ["overtaken", confirmationPeriod, false, null],
] as [GuardState, number, boolean, string | null][])(
  "a %s guard after %i ms, owner again: %s → %s",
  (state, after, isOwnerAgain, expected) => {
    const facts = { state, confirmBy: now + confirmationPeriod, isOwnerAgain, hasLeft: false };
    expect(guardEnd(facts, now + after)).toBe(expected);
  },
);

it("whoever left by themselves is not brought back", () => {
  const facts = { state: "pending", confirmBy: now, isOwnerAgain: false, hasLeft: true } as const;
  expect(guardEnd(facts, now)).toBe("overtaken");
});

it.each([
  [[], false],
  [[null], false],
  [[now - seenLately - 1], false],
  [[null, now - seenLately], true],
])("an owner who leaves owners behind who were seen at %j: %s", (seen, may) => {
  const left = seen.map((lastSeenAt, index) => ({ memberId: String(index), lastSeenAt }));
  expect(mayLeave(left, now)).toBe(may);
});
