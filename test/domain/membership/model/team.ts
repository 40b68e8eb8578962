import { seats } from "#domain/membership.ts";
import type { MemberStatus, OrganizationFacts, Reason, TargetFacts } from "#domain/policy/decision.ts";
import { isOwnerClass, type Policy } from "#domain/policy/policy.ts";
import type { RoleKey } from "#domain/policy/preset.ts";

/** A person's membership. `folded` is their verified address; times are milliseconds since 1970. */
export interface TeamMember {
  readonly accountId: string;
  readonly folded: string;
  readonly role: RoleKey;
  readonly status: MemberStatus;
  readonly removedAt: number | null;
  /** What a removed member was before, where it is known: bringing them back gives no more than that. */
  readonly removedFrom?: Exclude<MemberStatus, "removed">;
  /** Whether they ended it themselves: then only they take it up again, by an invitation. */
  readonly left?: boolean;
}

export type InvitationStatus = "pending" | "accepted" | "declined" | "revoked" | "expired";

/** An invitation. `waiting` is who accepted it while no seat was free, and since when. */
export interface TeamInvitation {
  readonly id: string;
  readonly folded: string;
  readonly role: RoleKey;
  readonly status: InvitationStatus;
  /** The account that sent it, or brought it to life again. */
  readonly invitedBy: string;
  readonly expiresAt: number;
  readonly waiting: { readonly accountId: string; readonly since: number } | null;
}

/** Members by account and invitations by id: one membership per person comes with the shape. */
export interface Team {
  readonly policy: Policy;
  /** Null where the plan sets no limit. */
  readonly seatLimit: number | null;
  readonly members: ReadonlyMap<string, TeamMember>;
  readonly invitations: ReadonlyMap<string, TeamInvitation>;
}

/** The conflicts that commands on a team can meet; the same codes as in the contract's fault. */
export type TeamConflict =
  | "alreadyMember"
  | "alreadyInvited"
  | "invitationSpent"
  | "invitationRevoked"
  | "invitationExpired"
  | "invitationDeclined"
  | "invitationNotPending"
  | "invitationForAnotherAddress"
  | "inviterMayNot"
  | "sameRole"
  | "notRemoved"
  | "notDeactivated"
  | "leftThemselves"
  | "reinstatementExpired";

export type TeamProblem =
  | { readonly kind: "forbidden"; readonly refusal: Reason }
  | { readonly kind: "conflict"; readonly code: TeamConflict }
  | { readonly kind: "notFound"; readonly what: "member" | "invitation" }
  | { readonly kind: "limitReached"; readonly limit: "seats" };

export type TeamResult =
  | { readonly ok: true; readonly team: Team }
  | { readonly ok: false; readonly problem: TeamProblem };

export function memberFacts(member: TeamMember): TargetFacts {
  return { memberId: member.accountId, role: member.role, status: member.status, ends: false };
}

export function organizationFacts(team: Team): OrganizationFacts {
  const active = [...team.members.values()].filter((member) => member.status === "active");
  return { lastingOwners: active.filter((member) => isOwnerClass(team.policy, member.role)).length };
}

/** Whether one more person can become active. */
export function hasFreeSeat(team: Team): boolean {
  const active = [...team.members.values()].filter((member) => member.status === "active").length;
  return seats({ limit: team.seatLimit, active, pending: 0 }).free !== 0;
}

export function withMember(team: Team, member: TeamMember): Team {
  return { ...team, members: new Map(team.members).set(member.accountId, member) };
}

export function withInvitation(team: Team, invitation: TeamInvitation): Team {
  return { ...team, invitations: new Map(team.invitations).set(invitation.id, invitation) };
}

export function done(team: Team): TeamResult {
  return { ok: true, team };
}

export function conflict(code: TeamConflict): TeamResult {
  return { ok: false, problem: { kind: "conflict", code } };
}

export function notFound(what: "member" | "invitation"): TeamResult {
  return { ok: false, problem: { kind: "notFound", what } };
}
