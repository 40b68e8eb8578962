import { expect, test } from "vitest";
import { decide } from "#domain/policy/decide.ts";
import type { Act } from "#domain/policy/decision.ts";
import { policyOf } from "#domain/policy/policy.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import { refusalText } from "#renderer/app/refusal.ts";
import { createI18n } from "#renderer/i18n/i18n.ts";

const t = createI18n().getFixedT("en", "frame");

function sentence(preset: PresetKey, role: string, act: Act, owners = 2): string | null {
  const policy = policyOf(preset);
  const actor = { memberId: "me", role, status: "active" } as const;
  const decision = decide(policy, actor, act, { lastingOwners: owners });
  return decision.allowed ? null : refusalText(t, decision.reason, { policy, role });
}

const owner = { memberId: "them", role: "owner", status: "active", ends: false } as const;

test.each<[PresetKey, string, Act, string]>([
  [
    "agency",
    "member",
    { kind: "use", permission: "member.invite" },
    "Your role, Member, cannot invite people; Owner or Admin can. To get such a role, ask somebody who is Owner.",
  ],
  ["agency", "admin", { kind: "remove", target: owner }, "Your role, Admin, cannot act on Owner; Owner can."],
  ["agency", "admin", { kind: "invite", role: "owner" }, "Your role, Admin, cannot give the role Owner; Owner can."],
  [
    "operations",
    "owner",
    { kind: "use", permission: "organization.delete" },
    "The preset Operations does not let anyone delete the organization.",
  ],
])("%s %s %j", (preset, role, act, expected) => {
  expect(sentence(preset, role, act)).toBe(expected);
});

test("the last owner is told what to do first", () => {
  expect(sentence("agency", "owner", { kind: "leave", ends: false }, 1)).toMatch(
    /Make somebody else such an owner first/,
  );
});
