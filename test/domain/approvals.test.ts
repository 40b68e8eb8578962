import { afterAct, requestEnd, requestLife, requestStatuses, type RequestAct } from "#domain/approvals.ts";
import type { MemberFacts, TargetFacts } from "#domain/policy/decision.ts";
import { policyOf } from "#domain/policy/policy.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import { describe, expect, it } from "vitest";
import { member, outcome } from "./policy/facts.ts";

describe("a request is answered once", () => {
  const acts: readonly [RequestAct, string][] = [
    ["approve", "approved"],
    ["decline", "declined"],
    ["cancel", "cancelled"],
    ["expire", "expired"],
    ["overtake", "overtaken"],
  ];
  it.each(acts)("pending, %s → %s", (act, expected) => {
    expect(afterAct("pending", act)).toBe(expected);
  });
  it.each(requestStatuses.filter((status) => status !== "pending"))("%s stays as it is", (status) => {
    expect(acts.map(([act]) => afterAct(status, act))).toEqual([null, null, null, null, null]);
  });
});

const admin = member("admin", "requester");
const target = member("member", "target");

it.each<[string, MemberFacts, TargetFacts, number, string | null]>([
  ["holds", admin, target, 0, null],
  ["its time has passed", admin, target, requestLife, "expire"],
  ["its last moment", admin, target, requestLife - 1, null],
  ["the requester could now give the role alone", member("owner", "requester"), target, 0, null],
  ["the requester was demoted", member("member", "requester"), target, 0, "overtake"],
  ["the requester was removed", member("admin", "requester", "removed"), target, 0, "overtake"],
  ["the requester was deactivated", member("admin", "requester", "deactivated"), target, 0, "overtake"],
  ["the target was removed", admin, member("member", "target", "removed"), 0, "overtake"],
  ["the target was deactivated", admin, member("member", "target", "deactivated"), 0, "overtake"],
  ["the target has the role already", admin, member("admin", "target"), 0, "overtake"],
  ["the target is more by now", admin, member("owner", "target"), 0, "overtake"],
])("a request: %s", (_what, requester, subject, now, expected) => {
  const facts = { requester, target: subject, from: "member", to: "admin", expiresAt: requestLife };
  expect(requestEnd(policyOf("agency"), facts, { lastingOwners: 2 }, now)).toBe(expected);
});

it("a request is about the role that its target had then, also where it could be asked for again", () => {
  const facts = { requester: admin, target, from: "steward", to: "admin", expiresAt: requestLife };
  expect(requestEnd(policyOf("agency"), facts, { lastingOwners: 2 }, 0)).toBe("overtake");
});

it("a role that the organization no longer has cannot be approved", () => {
  const facts = { requester: admin, target, from: "member", to: "steward", expiresAt: requestLife };
  expect(requestEnd(policyOf("agency"), facts, { lastingOwners: 2 }, 0)).toBe("overtake");
});

describe("who may ask", () => {
  it.each<[PresetKey, string, TargetFacts, string, string]>([
    ["agency", "admin", target, "admin", "allowed"],
    ["agency", "admin", target, "owner", "roleOutOfReach"],
    ["agency", "admin", target, "member", "approvalNotNeeded"],
    ["agency", "admin", target, "steward", "unknownRole"],
    ["agency", "admin", member("admin", "target"), "owner", "targetOutOfReach"],
    ["agency", "admin", member("member", "target", "removed"), "admin", "targetNotActive"],
    ["agency", "admin", member("admin", "actor"), "owner", "ownRole"],
    ["agency", "owner", target, "admin", "approvalNotNeeded"],
    ["agency", "member", target, "admin", "missingPermission"],
    ["publishing", "admin", target, "owner", "roleOutOfReach"],
    ["social", "member", target, "admin", "missingPermission"],
    ["operations", "viewer", member("viewer", "target"), "owner", "missingPermission"],
  ])("%s: %s asks to make %o %s → %s", (preset, role, subject, to, expected) => {
    expect(outcome(preset, role, { kind: "requestRole", target: subject, to })).toBe(expected);
  });
});

describe("who may answer", () => {
  it.each<[PresetKey, MemberFacts, string]>([
    ["agency", member("owner", "approver"), "allowed"],
    ["agency", member("owner", "requester"), "ownRequest"],
    ["agency", member("admin", "approver"), "roleOutOfReach"],
    ["agency", member("admin", "requester"), "roleOutOfReach"],
    ["agency", member("member", "approver"), "missingPermission"],
    ["agency", member("owner", "approver", "deactivated"), "deactivated"],
    ["agency", member("owner", "approver", "removed"), "notMember"],
  ])("%s: %o → %s", (preset, actor, expected) => {
    expect(outcome(preset, actor, { kind: "answerRequest", requesterId: "requester", to: "admin" })).toBe(expected);
  });

  it("nobody while the organization is deleted and held", () => {
    const act = { kind: "answerRequest", requesterId: "requester", to: "admin" } as const;
    expect(outcome("agency", "owner", act, { held: true })).toBe("held");
  });
});
