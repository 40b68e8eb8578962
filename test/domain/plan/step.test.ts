import { reinstatementPeriod } from "#domain/membership.ts";
import { stepOf, type PlanCase, type PlannedMember } from "#domain/plan/step.ts";
import { expect, test } from "vitest";

const now = 1_800_000_000_000;
const active: PlannedMember = { memberId: "m", role: "member", status: "active", removedAt: null, left: false };
const resting: PlannedMember = { ...active, status: "deactivated" };
const removed = (ago: number): PlannedMember => ({ ...active, status: "removed", removedAt: now - ago });

test.each<[string, Omit<PlanCase, "now">, string]>([
  ["a stranger is invited", { kind: "add", role: "member", member: null, invited: false }, "invite"],
  ["who is invited is not again", { kind: "add", role: "member", member: null, invited: true }, "alreadyInvited"],
  ["a member stays", { kind: "add", role: "admin", member: active, invited: false }, "alreadyMember"],
  ["so does a deactivated one", { kind: "add", role: "member", member: resting, invited: false }, "alreadyMember"],
  [
    "who was removed lately comes back",
    { kind: "add", role: "admin", member: removed(1), invited: false },
    "reinstate",
  ],
  [
    "who left by themselves is asked",
    { kind: "add", role: "member", member: { ...removed(1), left: true }, invited: false },
    "invite",
  ],
  [
    "who was removed long ago is asked",
    { kind: "add", role: "member", member: removed(reinstatementPeriod), invited: false },
    "invite",
  ],
  ["without a role, nothing can be offered", { kind: "add", role: null, member: null, invited: false }, "no role"],
  ["another role", { kind: "changeRole", role: "admin", member: active, invited: false }, "changeRole"],
  ["the same role", { kind: "changeRole", role: "member", member: active, invited: false }, "sameRole"],
  ["one who rests is judged", { kind: "changeRole", role: "member", member: resting, invited: false }, "changeRole"],
  ["nobody's role", { kind: "changeRole", role: "admin", member: null, invited: false }, "no member"],
  ["no role to change to", { kind: "changeRole", role: null, member: active, invited: false }, "no role"],
  ["a member goes", { kind: "remove", role: null, member: active, invited: false }, "remove"],
  ["so does one who rests", { kind: "remove", role: null, member: resting, invited: false }, "remove"],
  ["who is gone is gone", { kind: "remove", role: null, member: removed(1), invited: false }, "notMember"],
  ["so is who never was", { kind: "remove", role: null, member: null, invited: false }, "notMember"],
  ["a member rests", { kind: "deactivate", role: null, member: active, invited: false }, "deactivate"],
  ["who rests does", { kind: "deactivate", role: null, member: resting, invited: false }, "alreadyDeactivated"],
  ["one who is gone is judged", { kind: "deactivate", role: null, member: removed(1), invited: false }, "deactivate"],
  ["nobody rests", { kind: "deactivate", role: null, member: null, invited: false }, "no member"],
])("%s", (_what, one, expected) => {
  const step = stepOf({ ...one, now });
  expect(step.step === "act" ? step.act : step.step === "nothing" ? step.why : `no ${step.what}`).toBe(expected);
});
