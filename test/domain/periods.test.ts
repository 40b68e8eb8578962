import { expect, test } from "vitest";
import { endReminderLead, endsSoonPeriod, longestAccess } from "#domain/accessEnd.ts";
import { requestLife } from "#domain/approvals.ts";
import { nameHold } from "#domain/deletion.ts";
import { confirmationPeriod, seenLately } from "#domain/lockout.ts";
import { invitationLife, reinstatementPeriod } from "#domain/membership.ts";
import { onboardingPeriod } from "#domain/onboarding.ts";
import { transferLife } from "#domain/ownership.ts";

// What people are promised; the tests of the rules themselves count in these constants and would follow any change.
test.each([
  ["an invitation can be accepted for 7 days", invitationLife, 7],
  ["a removed member can be brought back for 90", reinstatementPeriod, 90],
  ["an offer of the ownership can be accepted for 7", transferLife, 7],
  ["a request for a role can be answered for 7", requestLife, 7],
  ["a risky change can be confirmed for one", confirmationPeriod, 1],
  ["an owner counts for 30 after they were seen", seenLately, 30],
  ["the name of a deleted organization stays taken for 90", nameHold, 90],
  ["the end of access is told of 7 ahead", endReminderLead, 7],
  ["access ends soon within 30", endsSoonPeriod, 30],
  ["access may end in ten years, leap days included, and no later", longestAccess, 3_660],
  ["a new member sees the checklist for 30", onboardingPeriod, 30],
])("%s", (_, period, days) => {
  expect(period).toBe(days * 24 * 60 * 60 * 1_000);
});
