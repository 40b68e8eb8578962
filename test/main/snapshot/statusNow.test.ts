import { expect, test } from "vitest";
import { policyOf } from "#domain/policy/policy.ts";
import { statusNow } from "#main/snapshot/answers/statusNow.ts";
import { aMember, idOf } from "#test/support/fixtures.ts";

const now = new Date("2026-11-22T12:00:00.000Z");
const past = "2026-11-22T12:00:00.000Z";
const later = "2026-11-22T12:00:00.001Z";

const owner = aMember({ id: idOf(1), role: "owner", accessUntil: past });
const other = (change: Partial<typeof owner>) => aMember({ id: idOf(2), role: "owner", ...change });

test.each([
  ["a member without an end", aMember({ role: "member" }), [], "active"],
  ["a member before the end", aMember({ role: "member", accessUntil: later }), [], "active"],
  ["a member from the instant on", aMember({ role: "member", accessUntil: past }), [], "deactivated"],
  ["a former member", aMember({ role: "member", status: "removed", accessUntil: past }), [], "removed"],
  ["the last owner", owner, [other({ role: "admin" })], "active"],
  ["an owner beside another", owner, [other({})], "deactivated"],
  ["an owner beside one who is deactivated", owner, [other({ status: "deactivated" })], "active"],
  ["an owner beside one whose access ended as well", owner, [other({ accessUntil: past })], "active"],
] as const)("%s", (_, member, others, status) => {
  const rows = [member, ...others];
  expect(statusNow({ policy: policyOf("agency"), members: () => ({ rows }) }, member, now)).toBe(status);
});
