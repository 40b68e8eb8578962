import { expect, test } from "vitest";
import { statusNow } from "#main/snapshot/answers/statusNow.ts";
import { aMember } from "#test/support/fixtures.ts";

const now = new Date("2026-11-22T12:00:00.000Z");
const past = "2026-11-22T12:00:00.000Z";
const later = "2026-11-22T12:00:00.001Z";

test.each([
  ["a member without an end", aMember({ role: "member" }), "active"],
  ["a member before the end", aMember({ role: "member", accessUntil: later }), "active"],
  ["a member from the instant on", aMember({ role: "member", accessUntil: past }), "deactivated"],
  ["an owner from the instant on", aMember({ role: "owner", accessUntil: past }), "deactivated"],
  ["a former member", aMember({ role: "member", status: "removed", accessUntil: past }), "removed"],
] as const)("%s", (_, member, status) => {
  expect(statusNow(member, now)).toBe(status);
});
