import { formerOwnerRole, transferEnd, transferLife } from "#domain/ownership.ts";
import { policyOf } from "#domain/policy/policy.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import { expect, it } from "vitest";
import { member, outcome } from "./policy/facts.ts";

it.each([
  ["agency", "admin"],
  ["publishing", "admin"],
  ["campaigns", "admin"],
  ["social", "member"],
] as [PresetKey, string][])("a former owner under %s becomes %s", (preset, role) => {
  expect(formerOwnerRole(policyOf(preset))).toBe(role);
});

it.each([
  ["holds", "owner", "active", "active", 0, null],
  ["its time has passed", "owner", "active", "active", transferLife, "expired"],
  ["the giver is no owner any more", "admin", "active", "active", 0, "void"],
  ["the giver was removed", "owner", "removed", "active", 0, "void"],
  ["the heir was deactivated", "owner", "active", "deactivated", 0, "void"],
] as const)("an offer: %s", (_what, role, from, to, now, expected) => {
  const facts = { expiresAt: transferLife, from: { role, status: from }, to: { status: to } };
  expect(transferEnd(policyOf("agency"), facts, now)).toBe(expected);
});

it.each([
  ["agency", "owner", "allowed"],
  ["agency", "admin", "missingPermission"],
  ["operations", "owner", "turnedOff"],
  ["social", "admin", "allowed"],
] as [PresetKey, string, string][])("%s: %s offers the ownership → %s", (preset, role, expected) => {
  expect(outcome(preset, role, { kind: "transfer", target: member("member", "target") })).toBe(expected);
});
