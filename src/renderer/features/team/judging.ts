import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { decide, isLastingOwner } from "#domain/policy/decide.ts";
import type { Act, TargetFacts } from "#domain/policy/decision.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { daysLeft } from "./details/daysLeft.ts";

/** What a decision must know of a listed member. */
export const factsOf = ({ id, role, status, accessUntil }: Member): TargetFacts => ({
  memberId: id,
  role,
  status,
  ends: accessUntil !== null,
});

/** What a list calls somebody's standing: those who ended it themselves were not removed. */
export const standingOf = ({ status, left }: Member) => (status === "removed" && left ? "left" : status);

/** Whether a former member can be brought back; else only an invitation does. */
export const mayReturn = (member: Member): boolean => daysLeft(member, Date.now()) !== null;

/**
 * Whether an act will be allowed once the organization has so many owners whose access has no end: for offering to take
 * back the last one.
 */
export function willAllow(organization: Organization, act: Act, lastingOwners: number): boolean {
  const me = { ...organization.me, status: "active" } as const;
  return decide(policyFor(organization), me, act, { lastingOwners }).allowed;
}

/** How many such owners there are after a member goes from one role to another; null: not there. */
export function lastingOwnersAfter(
  organization: Organization,
  { accessUntil }: Member,
  from: string | null,
  to: string | null,
): number {
  const policy = policyFor(organization);
  const ends = accessUntil !== null;
  const counts = (role: string | null) =>
    role !== null && isLastingOwner(policy, { role, status: "active", ends }) ? 1 : 0;
  return organization.lastingOwners - counts(from) + counts(to);
}
