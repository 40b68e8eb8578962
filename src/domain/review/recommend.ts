import type { Permission } from "../policy/permissions.ts";
import type { Policy } from "../policy/policy.ts";
import type { RoleKey } from "../policy/preset.ts";
import type { ReviewedMember } from "./member.ts";
import { administers, daysBetween } from "./scope.ts";
import { lesserRole, mayHoldLess, type UsageRecord } from "./usage.ts";

/** Days without a sign of life after which somebody is named, and after which removing them is recommended. */
export const inactiveAfter = 30;
export const removedAfter = 90;
/** The log must show so many days of a membership before anything is said about what somebody does not use. */
export const usageDays = 30;

/** Why a review looks at somebody twice. */
export type ReviewReason =
  | { readonly code: "inactive"; readonly days: number }
  | { readonly code: "neverSignedIn"; readonly days: number }
  | {
      readonly code: "moreThanNeeded";
      /** How many days of the log were read. */
      readonly days: number;
      readonly role: RoleKey;
      readonly unused: readonly Permission[];
      /** What the log cannot tell about. */
      readonly unrecorded: readonly Permission[];
    }
  /** `administers`: the role has power over others. */
  | { readonly code: "noTwoFactor"; readonly administers: boolean };

/** What is recommended: `look` names a reason that no decision of a review takes away. */
export type Suggestion =
  | { readonly kind: "keep" }
  | { readonly kind: "look" }
  | { readonly kind: "changeRole"; readonly to: RoleKey }
  | { readonly kind: "deactivate" }
  | { readonly kind: "remove" };

/** What to do about somebody's access, and why. */
export interface Recommendation {
  readonly suggestion: Suggestion;
  readonly reasons: readonly ReviewReason[];
}

export interface RecommendationFacts {
  readonly policy: Policy;
  /** Null where the reviewer may not read the audit log, or it was not kept. */
  readonly usage: UsageRecord | null;
  /** Active members with an owner-class role. */
  readonly owners: number;
  /** The reviewer's own membership. */
  readonly reviewerId: string;
  readonly now: number;
}

/** What a review recommends for a member, and why. A recommendation decides nothing. */
export function recommend(member: ReviewedMember, facts: RecommendationFacts): Recommendation {
  // Whoever is deactivated has no access that could be too much.
  if (member.status !== "active") return { suggestion: { kind: "keep" }, reasons: [] };
  const reasons = [absence(member, facts.now), excess(member, facts), oneStep(member, facts.policy)].filter(
    (reason) => reason !== null,
  );
  const suggestion = suggestionOf(reasons, facts.policy);
  // About their own access reviewers decide only that they keep it, so nothing else is recommended to them.
  const mayFollow = suggestion.kind === "keep" || member.memberId !== facts.reviewerId;
  return { suggestion: mayFollow ? suggestion : { kind: "look" }, reasons };
}

function absence({ lastSeenAt, joinedAt }: ReviewedMember, now: number): ReviewReason | null {
  if (lastSeenAt === null) return { code: "neverSignedIn", days: daysBetween(joinedAt, now) };
  const days = daysBetween(lastSeenAt, now);
  return days >= inactiveAfter ? { code: "inactive", days } : null;
}

function excess(member: ReviewedMember, { policy, usage, owners, now }: RecommendationFacts): ReviewReason | null {
  if (usage === null || !mayHoldLess(policy, member.role, owners)) return null;
  const days = daysBetween(Math.max(usage.from, member.joinedAt), now);
  if (days < usageDays) return null;
  const less = lesserRole(policy, member.role, usage.used.get(member.accountId) ?? new Set(), usage);
  return less === null ? null : { code: "moreThanNeeded", days, ...less };
}

function oneStep({ twoFactor, role }: ReviewedMember, policy: Policy): ReviewReason | null {
  return twoFactor ? null : { code: "noTwoFactor", administers: administers(policy, role) };
}

/** The most that a reason asks for: to go, to rest, to hold less, to be looked at. */
function suggestionOf(reasons: readonly ReviewReason[], policy: Policy): Suggestion {
  const absent = reasons.find(({ code }) => code === "inactive" || code === "neverSignedIn");
  if (absent !== undefined && "days" in absent && absent.days >= removedAfter) return { kind: "remove" };
  if (absent !== undefined && "days" in absent && absent.days >= inactiveAfter) return { kind: "deactivate" };
  const more = reasons.find((reason) => reason.code === "moreThanNeeded");
  if (more !== undefined && policy.roles.has(more.role)) return { kind: "changeRole", to: more.role };
  // Somebody without power over others who signs in with one step is named, but nothing is wrong with their access.
  return reasons.some((reason) => reason.code !== "noTwoFactor" || reason.administers)
    ? { kind: "look" }
    : { kind: "keep" };
}
