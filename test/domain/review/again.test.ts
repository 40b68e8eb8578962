import { answersTo, decisionAgain, isAnswer } from "#domain/review/again.ts";
import type { ReviewDecision } from "#domain/review/decisions.ts";
import { reviewFlags } from "#domain/review/outcome.ts";
import { describe, expect, test } from "vitest";

const keep: ReviewDecision = { kind: "keep" };
const remove: ReviewDecision = { kind: "remove" };
const toAdmin: ReviewDecision = { kind: "changeRole", to: "admin" };
const member = { role: "member", status: "active" } as const;
const removed = { role: "member", status: "removed" } as const;
const all = ["keep", "anyway", "withdraw"];

test.each([
  ["moved", remove, member, all],
  ["moved", toAdmin, member, all],
  ["moved", keep, member, ["keep", "withdraw"]],
  ["refused", remove, member, all],
  ["overtaken", toAdmin, { role: "admin", status: "active" }, ["keep", "withdraw"]],
  ["overtaken", remove, removed, ["withdraw"]],
  ["gone", toAdmin, removed, ["withdraw"]],
  ["gone", keep, null, ["withdraw"]],
  ["withdrawn", remove, member, []],
] as const)("%s, decided %j, now %j: %j", (flag, decision, present, answers) => {
  expect(answersTo({ flag, decision, present, own: false, tried: true })).toEqual(answers);
});

test.each(["moved", "refused"] as const)("about oneself the same is never answered anyway: %s", (flag) => {
  expect(answersTo({ flag, decision: remove, present: member, own: true, tried: true })).toEqual(["keep", "withdraw"]);
});

test.each([
  ["refused", ["keep", "withdraw"]],
  ["moved", all],
] as const)("before it is carried out, a decision that is %s", (flag, answers) => {
  expect(answersTo({ flag, decision: toAdmin, present: member, own: false, tried: false })).toEqual(answers);
});

test.each(reviewFlags)("about somebody who is gone nothing but withdrawing makes sense: %s", (flag) => {
  expect(answersTo({ flag, decision: remove, present: null, own: false, tried: true })).toEqual(
    flag === "withdrawn" ? [] : ["withdraw"],
  );
});

test.each([
  ["keep", remove, keep],
  ["anyway", remove, remove],
  ["anyway", toAdmin, toAdmin],
  ["withdraw", remove, null],
] as const)("%s of %j is %j", (answer, decision, again) => {
  expect(decisionAgain(answer, decision)).toEqual(again);
});

describe("a decision is an answer about the one before", () => {
  test.each([
    [remove, null, true],
    [remove, keep, true],
    [remove, remove, true],
    [remove, { kind: "deactivate" }, false],
    [keep, remove, false],
    [toAdmin, toAdmin, true],
    [toAdmin, { kind: "changeRole", to: "owner" }, false],
  ] as const)("%j, then %j: %s", (before, again, is) => {
    expect(isAnswer(before, again)).toBe(is);
  });
});
