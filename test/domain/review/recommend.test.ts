import { actionPermissions } from "#contract/actionPermissions.ts";
import type { SystemPermission } from "#domain/policy/permissions.ts";
import { policyOf } from "#domain/policy/policy.ts";
import { recommend, type RecommendationFacts } from "#domain/review/recommend.ts";
import { lesserRole, usageOf, type RecordedAct } from "#domain/review/usage.ts";
import { describe, expect, test } from "vitest";
import { daysAgo, member, now } from "./members.ts";

const policy = policyOf("agency");

const facts = (more: Partial<RecommendationFacts> = {}): RecommendationFacts => ({
  policy,
  usage: null,
  owners: 2,
  reviewerId: "reviewer",
  now,
  ...more,
});

const record = (acts: readonly RecordedAct[], from = daysAgo(90)) => usageOf(acts, from, actionPermissions);
const act = (action: string, days = 10, accountId = "a"): RecordedAct => ({ accountId, action, at: daysAgo(days) });

describe("absence", () => {
  test.each([
    ["seen yesterday", { lastSeenAt: daysAgo(1) }, "keep", []],
    ["unseen for 29 days", { lastSeenAt: daysAgo(29) }, "keep", []],
    ["unseen for 30 days", { lastSeenAt: daysAgo(30) }, "deactivate", [{ code: "inactive", days: 30 }]],
    ["unseen for 90 days", { lastSeenAt: daysAgo(90) }, "remove", [{ code: "inactive", days: 90 }]],
    [
      "never signed in, joined today",
      { lastSeenAt: null, joinedAt: now },
      "look",
      [{ code: "neverSignedIn", days: 0 }],
    ],
    [
      "never signed in for 40 days",
      { lastSeenAt: null, joinedAt: daysAgo(40) },
      "deactivate",
      [{ code: "neverSignedIn", days: 40 }],
    ],
    [
      "deactivated long ago",
      { status: "deactivated" as const, lastSeenAt: daysAgo(400), twoFactor: false },
      "keep",
      [],
    ],
  ])("%s", (_, more, kind, reasons) => {
    expect(recommend(member(more), facts())).toEqual({ suggestion: { kind }, reasons });
  });
});

describe("about their own access", () => {
  test.each([
    ["what somebody else should look at", daysAgo(90), "look", 1],
    ["nothing to look at", daysAgo(1), "keep", 0],
  ])("a reviewer is recommended no change: %s", (_, lastSeenAt, kind, reasons) => {
    const own = member({ lastSeenAt, memberId: "reviewer" });
    const recommended = recommend(own, facts());
    expect(recommended.suggestion).toEqual({ kind });
    expect(recommended.reasons).toHaveLength(reasons);
  });
});

describe("one step to sign in", () => {
  test.each([
    ["member", "keep", false],
    ["admin", "look", true],
    ["owner", "look", true],
  ])("of a %s", (role, kind, administers) => {
    expect(recommend(member({ role, twoFactor: false }), facts())).toEqual({
      suggestion: { kind },
      reasons: [{ code: "noTwoFactor", administers }],
    });
  });
});

describe("more than is needed", () => {
  const admin = member({ role: "admin" });
  const less = { kind: "changeRole", to: "member" };

  test("is said of an admin who used nothing of it, with what the log cannot tell", () => {
    const { suggestion, reasons } = recommend(admin, facts({ usage: record([]) }));
    expect(suggestion).toEqual(less);
    expect(reasons).toMatchObject([{ code: "moreThanNeeded", days: 90, role: "member" }]);
    const [reason] = reasons;
    expect(reason?.code === "moreThanNeeded" && reason.unused).toContain("member.invite");
    expect(reason?.code === "moreThanNeeded" && reason.unrecorded).toContain("usage.view");
  });

  test.each([
    ["they used a part of it", { usage: record([act("invitation.sent")]) }],
    ["nobody may read the log", { usage: null }],
    ["the log is too short", { usage: record([], daysAgo(29)) }],
  ])("is not said where %s", (_, more) => {
    expect(recommend(admin, facts(more))).toEqual({ suggestion: { kind: "keep" }, reasons: [] });
  });

  test("is not said of somebody who joined lately, however long the log is", () => {
    const lately = member({ role: "admin", joinedAt: daysAgo(29) });
    expect(recommend(lately, facts({ usage: record([]) })).reasons).toEqual([]);
  });

  test("is said as of the part of the log that was read, not of what lies before", () => {
    const before = record([act("invitation.sent", 91)]);
    expect(recommend(admin, facts({ usage: before })).suggestion).toEqual(less);
  });

  test("counts nobody else's acts", () => {
    expect(recommend(admin, facts({ usage: record([act("invitation.sent", 10, "b")]) })).suggestion).toEqual(less);
  });

  test("is never said of the lowest role, nor of owners whom the organization had better keep", () => {
    expect(recommend(member(), facts({ usage: record([]) })).reasons).toEqual([]);
    const owner = member({ role: "owner" });
    expect(recommend(owner, facts({ usage: record([]), owners: 2 })).reasons).toEqual([]);
    expect(recommend(owner, facts({ usage: record([]), owners: 3 })).suggestion).toEqual(less);
  });

  test("names the lowest role that holds all that was used", () => {
    const used = new Set<SystemPermission>(["member.invite"]);
    expect(lesserRole(policy, "owner", used, record([]))).toMatchObject({ role: "admin" });
    expect(lesserRole(policy, "owner", new Set<SystemPermission>(["organization.delete"]), record([]))).toBeNull();
  });

  test("is not said where what the lesser role takes away leaves no trace", () => {
    const recorded = new Set<SystemPermission>(["workspace.edit"]);
    const custom = [
      { key: "viewer", name: "Viewer", description: "", rank: 15, permissions: ["member.view", "audit.view"] as const },
    ];
    const withViewer = policyOf("agency", { customRoles: custom });
    expect(lesserRole(withViewer, "viewer", new Set(), { recorded })).toBeNull();
  });

  test("gives way to absence", () => {
    const away = member({ role: "admin", lastSeenAt: daysAgo(120) });
    expect(recommend(away, facts({ usage: record([]) })).suggestion).toEqual({ kind: "remove" });
  });
});

test("what an action asks for is what its operation declares", () => {
  expect(actionPermissions.get("member.removed")).toBe("member.remove");
  expect(actionPermissions.get("invitation.sent")).toBe("member.invite");
  // Anybody may leave, so leaving shows no use of a role.
  expect(actionPermissions.get("member.left")).toBeNull();
});
