import { policyOf } from "#domain/policy/policy.ts";
import { changedReviewers, reviewerState } from "#domain/review/reviewers.ts";
import { expect, test } from "vitest";

test.each([
  ["agency", "owner", "active", "reminded"],
  ["agency", "admin", "active", "reminded"],
  ["agency", "admin", "deactivated", "deactivated"],
  ["agency", "admin", "removed", null],
  ["agency", "member", "active", "mayNotReview"],
  ["agency", "member", "deactivated", "mayNotReview"],
  ["agency", "member", "removed", null],
  ["agency", "nonsense", "active", "mayNotReview"],
  ["publishing", "admin", "active", "reminded"],
  ["publishing", "member", "active", "mayNotReview"],
  ["operations", "owner", "active", "reminded"],
  ["operations", "viewer", "active", "mayNotReview"],
  ["campaigns", "superAdmin", "active", "reminded"],
  ["campaigns", "user", "active", "mayNotReview"],
  ["social", "admin", "active", "reminded"],
  ["social", "member", "active", "mayNotReview"],
] as const)("under %s, a named %s who is %s: %s", (preset, role, status, state) => {
  expect(reviewerState(policyOf(preset), { role, status })).toBe(state);
});

test.each([
  [[], ["a", "b"], [], ["a", "b"], ["a", "b"]],
  [["a"], ["a"], [], ["a"], []],
  [["a"], ["b", "b"], [], ["a", "b"], ["b"]],
  [["a", "b", "c"], [], ["b"], ["a", "c"], []],
  [["a"], [], ["z"], ["a"], []],
  [["a"], ["b"], ["a"], ["b"], ["b"]],
  [["a"], ["b"], ["b"], ["a"], []],
])("of %j, adding %j and removing %j leaves %j, new %j", (named, add, remove, after, added) => {
  expect(changedReviewers(named, { add, remove })).toEqual({ named: after, added });
});
