import { decide } from "#domain/policy/decide.ts";
import type { TargetFacts } from "#domain/policy/decision.ts";
import { policyOf } from "#domain/policy/policy.ts";
import { presetKeys } from "#domain/policy/preset.ts";
import { actOf, decisionOptions, mayReview, ownRefusal } from "#domain/review/decisions.ts";
import { proposedItems } from "#domain/review/items.ts";
import type { ReviewedMember } from "#domain/review/member.ts";
import { countItems, flagOf, noCounts, type PresentState, type ReviewFlag } from "#domain/review/outcome.ts";
import type { ReviewDecision } from "#domain/review/decisions.ts";
import { administers, isInScope, type ReviewScope } from "#domain/review/scope.ts";
import { after, isOver, reviewStatuses, reviewSteps } from "#domain/review/status.ts";
import { noAccess } from "#domain/workspaceAccess.ts";
import { describe, expect, test } from "vitest";
import { daysAgo, member, now } from "./members.ts";

const policy = policyOf("agency");
const workspace = { id: "w", revision: 5 };
const chosen = { ...noAccess, scope: "chosen", workspaceIds: ["w"] } as const;

test.each<[string, ReviewScope, Parameters<typeof member>[0], boolean]>([
  ["everybody", { kind: "all" }, {}, true],
  ["the deactivated", { kind: "all" }, { status: "deactivated" }, true],
  ["nobody who was removed", { kind: "all" }, { status: "removed" }, false],
  ["admins", { kind: "admins" }, { role: "admin" }, true],
  ["owners among admins", { kind: "admins" }, { role: "owner" }, true],
  ["no member among admins", { kind: "admins" }, {}, false],
  ["no unknown role among admins", { kind: "admins" }, { role: "gone" }, false],
  ["who was not seen", { kind: "inactive", days: 30 }, { lastSeenAt: daysAgo(30) }, true],
  ["nobody who was", { kind: "inactive", days: 30 }, { lastSeenAt: daysAgo(29) }, false],
  ["who never signed in since", { kind: "inactive", days: 30 }, { lastSeenAt: null, joinedAt: daysAgo(31) }, true],
  ["nobody who joined lately", { kind: "inactive", days: 30 }, { lastSeenAt: null, joinedAt: daysAgo(2) }, false],
  ["no deactivated among the inactive", { kind: "inactive", days: 1 }, { status: "deactivated", lastSeenAt: 0 }, false],
  ["whom the workspace was given", { kind: "workspace", workspaceId: "w" }, { access: chosen }, true],
  ["nobody else", { kind: "workspace", workspaceId: "w" }, {}, false],
  ["roles that see all", { kind: "workspace", workspaceId: "w" }, { role: "admin" }, true],
])("a review looks at %s", (_, scope, more, is) => {
  expect(isInScope(member(more), scope, { policy, workspace, now })).toBe(is);
});

test("a workspace that is gone is reached by nobody", () => {
  const scope = { kind: "workspace", workspaceId: "w" } as const;
  expect(isInScope(member({ role: "owner" }), scope, { policy, workspace: null, now })).toBe(false);
});

test.each(presetKeys)("under %s, owners may review and administer, the lowest role does neither", (preset) => {
  const one = policyOf(preset);
  const ranked = [...one.roles.values()].sort((a, b) => b.rank - a.rank).map(({ key }) => key);
  const [top = "", lowest = ""] = [ranked[0], ranked.at(-1)];
  expect([mayReview(one, top), administers(one, top)]).toEqual([true, true]);
  expect([mayReview(one, lowest), administers(one, lowest)]).toEqual([false, false]);
});

test("the people of a review come by what is recommended, then by role, then by name", () => {
  const people = [
    member({ memberId: "1", name: "zoe" }),
    member({ memberId: "2", name: "Anna" }),
    member({ memberId: "3", name: "Away", lastSeenAt: daysAgo(100) }),
    member({ memberId: "4", name: "Owen", role: "owner" }),
    member({ memberId: "5", name: "Rest", lastSeenAt: daysAgo(40) }),
    member({ memberId: "6", name: "Gone", status: "removed" }),
  ];
  const facts = { policy, workspace: null, usage: null, owners: 1, reviewerId: "4", now };
  const items = proposedItems(people, { kind: "all" }, facts);
  expect(items.map(({ member: { name }, own }) => `${name}${own ? " (own)" : ""}`)).toEqual([
    "Away",
    "Rest",
    "Owen (own)",
    "Anna",
    "zoe",
  ]);
});

const target = (change: Partial<ReviewedMember> = {}): TargetFacts => ({ ...member(change), ends: false });

test("what may be decided is what the command itself would be told", () => {
  const reviewer = { memberId: "r", role: "admin", status: "active" } as const;
  for (const person of [
    target(),
    target({ role: "admin" }),
    target({ role: "owner" }),
    target({ status: "deactivated" }),
  ]) {
    for (const { decision, verdict } of decisionOptions(policy, reviewer, person, { lastingOwners: 2 })) {
      const act = actOf(decision, person);
      const expected = act === null ? { allowed: true } : decide(policy, reviewer, act, { lastingOwners: 2 });
      expect({ target: person.role, decision, verdict }).toEqual({ target: person.role, decision, verdict: expected });
    }
  }
  const kinds = decisionOptions(policy, reviewer, target({ status: "deactivated" }), { lastingOwners: 2 });
  expect(kinds.map(({ decision }) => decision.kind)).toEqual(["keep", "remove"]);
});

test("about their own access reviewers decide only that they keep it", () => {
  const reviewer = { memberId: "r", role: "owner", status: "active" } as const;
  const own = target({ role: "owner", memberId: "r" });
  const possible = decisionOptions(policy, reviewer, own, { lastingOwners: 2 }).filter(
    ({ verdict }) => verdict.allowed,
  );
  expect(possible.map(({ decision }) => decision.kind)).toEqual(["keep"]);
});

test.each<[ReviewDecision, boolean, string | null]>([
  [{ kind: "keep" }, true, null],
  [{ kind: "changeRole", to: "member" }, true, "aboutYourself"],
  [{ kind: "deactivate" }, true, "aboutYourself"],
  [{ kind: "remove" }, true, "aboutYourself"],
  [{ kind: "remove" }, false, null],
  [{ kind: "keep" }, false, null],
])("%o, about oneself: %s, is refused: %s", (decision, own, code) => {
  expect(ownRefusal(own, decision)?.code ?? null).toBe(code);
});

const seen = { role: "member", status: "active" } as const;
const make = (to: string): ReviewDecision => ({ kind: "changeRole", to });

test.each<[string, ReviewDecision, PresentState | null, ReviewFlag | null]>([
  ["as it was", { kind: "keep" }, seen, null],
  ["as it was", { kind: "remove" }, seen, null],
  ["another role", { kind: "keep" }, { role: "admin", status: "active" }, "moved"],
  ["another role", { kind: "remove" }, { role: "admin", status: "active" }, "moved"],
  ["the decided role already", make("admin"), { role: "admin", status: "active" }, "overtaken"],
  ["the decided role, but deactivated", make("admin"), { role: "admin", status: "deactivated" }, "moved"],
  ["deactivated already", { kind: "deactivate" }, { role: "member", status: "deactivated" }, "overtaken"],
  ["deactivated meanwhile", { kind: "keep" }, { role: "member", status: "deactivated" }, "moved"],
  ["removed already", { kind: "remove" }, { role: "member", status: "removed" }, "overtaken"],
  ["removed", { kind: "keep" }, { role: "member", status: "removed" }, "gone"],
  ["removed", make("admin"), null, "gone"],
])("%s: %o", (_, decision, present, flag) => {
  expect(flagOf(seen, decision, present)).toBe(flag);
});

test("counts add up", () => {
  const items = [
    { decision: null, state: "undecided" },
    { decision: { kind: "keep" }, state: "kept" },
    { decision: { kind: "keep" }, state: "flagged" },
    { decision: { kind: "remove" }, state: "applied" },
  ] as const;
  expect(countItems(items)).toEqual({
    ...noCounts,
    total: 4,
    undecided: 1,
    keep: 2,
    remove: 1,
    kept: 1,
    flagged: 1,
    applied: 1,
  });
});

describe("the way of a review", () => {
  test("leads from the desktop to its evidence", () => {
    expect(after("open", "send")).toBe("receiving");
    expect(after("receiving", "complete")).toBe("submitted");
    expect(after("submitted", "apply")).toBe("applying");
    expect(after("applying", "end")).toBe("applied");
    expect(after("applied", "finish")).toBe("finished");
  });

  test("never leads on from where it is over, nor ends in the middle of being carried out", () => {
    for (const status of reviewStatuses.filter(isOver)) {
      expect(reviewSteps.map((step) => after(status, step))).toEqual(reviewSteps.map(() => null));
    }
    expect(reviewSteps.filter((step) => after("applying", step) !== null)).toEqual(["end"]);
  });
});
