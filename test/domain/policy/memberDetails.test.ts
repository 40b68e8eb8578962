import { decide } from "#domain/policy/decide.ts";
import type { Act, MemberFacts, TargetFacts } from "#domain/policy/decision.ts";
import { policyOf } from "#domain/policy/policy.ts";
import { expect, test } from "vitest";

const agency = policyOf("agency");
const person = (role: string, memberId = role, status: MemberFacts["status"] = "active"): TargetFacts => ({
  memberId,
  role,
  status,
  ends: false,
});
const owner = person("owner");
const admin = person("admin");
const member = person("member");
const other = person("member", "other");

const outcome = (actor: MemberFacts, act: Act, owners = 2) => {
  const decision = decide(agency, actor, act, { lastingOwners: owners });
  return decision.allowed ? "allowed" : decision.reason.code;
};

test.each([
  [owner, member, "allowed"],
  [owner, admin, "allowed"],
  [admin, member, "allowed"],
  [admin, person("admin", "peer"), "targetOutOfReach"],
  [admin, owner, "targetOutOfReach"],
  [admin, admin, "aboutYourself"],
  [member, other, "missingPermission"],
  [owner, person("member", "gone", "removed"), "targetNotActive"],
  [owner, person("member", "resting", "deactivated"), "allowed"],
])("$0.role sets the end of access of $1.role: %#", (actor, target, expected) => {
  expect(outcome(actor, { kind: "setAccessUntil", target, ends: true })).toBe(expected);
});

test("the last owner's access gets no end, and may always lose one", () => {
  const peer = person("owner", "peer");
  expect(outcome(owner, { kind: "setAccessUntil", target: peer, ends: true }, 1)).toBe("lastOwner");
  expect(outcome(owner, { kind: "setAccessUntil", target: peer, ends: false }, 1)).toBe("allowed");
});

test.each([
  [member, member, "allowed"],
  [admin, admin, "allowed"],
  [admin, member, "allowed"],
  [admin, owner, "targetOutOfReach"],
  [member, other, "missingPermission"],
  [person("member", "resting", "deactivated"), person("member", "resting", "deactivated"), "deactivated"],
])("$0.role edits the contact details of $1.role: %#", (actor, target, expected) => {
  expect(outcome(actor, { kind: "editDetails", target })).toBe(expected);
});

test.each([
  [owner, member, "allowed"],
  [admin, member, "allowed"],
  [owner, owner, "aboutYourself"],
  [admin, admin, "aboutYourself"],
  [member, other, "missingPermission"],
  [member, member, "missingPermission"],
])("$0.role keeps notes about $1.role: %#", (actor, target, expected) => {
  expect(outcome(actor, { kind: "keepNotes", target })).toBe(expected);
});
