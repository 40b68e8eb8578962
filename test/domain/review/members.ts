import type { ReviewedMember } from "#domain/review/member.ts";
import { noAccess } from "#domain/workspaceAccess.ts";

export const now = Date.UTC(2026, 4, 4);
const day = 86_400_000;
export const daysAgo = (days: number): number => now - days * day;

/** Somebody who joined a year ago, was here yesterday and signs in with a second step. */
export const member = (more: Partial<ReviewedMember> = {}): ReviewedMember => ({
  memberId: "m",
  accountId: "a",
  name: "Mia",
  email: "mia@example.com",
  role: "member",
  status: "active",
  joinedAt: daysAgo(365),
  lastSeenAt: daysAgo(1),
  twoFactor: true,
  access: noAccess,
  ...more,
});
