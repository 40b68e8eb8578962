import type { SystemPermission } from "#domain/policy/permissions.ts";
import { policyOf } from "#domain/policy/policy.ts";
import { presetKeys } from "#domain/policy/preset.ts";
import { mayReview } from "#domain/review/decisions.ts";
import { maySeeReviews } from "#domain/review/seeing.ts";
import { expect, test } from "vitest";
import { custom } from "../policy/customRoles.ts";

const table: readonly (readonly [readonly SystemPermission[], boolean, boolean])[] = [
  [["member.view", "member.remove"], true, true],
  [["member.view", "audit.view"], true, false],
  [["member.view", "audit.view", "member.remove"], true, true],
  [["audit.view"], false, false],
  [["member.remove"], false, false],
  [["member.view"], false, false],
  [["member.view", "member.invite", "member.changeRole"], false, false],
];

test.each(table)("with %j: sees reviews %s, may review %s", (permissions, sees, reviews) => {
  const policy = policyOf("agency", { customRoles: [custom("auditor", 12, [...permissions])] });
  expect([maySeeReviews(policy, "auditor"), mayReview(policy, "auditor")]).toEqual([sees, reviews]);
});

test.each(presetKeys)("under %s, whoever sees reviews is whoever may review", (preset) => {
  const policy = policyOf(preset);
  for (const role of policy.roles.keys()) {
    expect({ role, sees: maySeeReviews(policy, role) }).toEqual({ role, sees: mayReview(policy, role) });
  }
});
