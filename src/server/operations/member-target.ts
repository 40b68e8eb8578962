import { hasEnded } from "#domain/accessEnd.ts";
import { seats } from "#domain/membership.ts";
import type { TargetFacts } from "#domain/policy/decision.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { found, refuse } from "../dispatch/fault-error.ts";
import type { Notice } from "../feed/notices.ts";
import { memberById, type MemberRow } from "../storage/queries/members.ts";

/** What a decision must know of a stored member. */
export const factsOf = ({ id, role, status, access_until: until }: MemberRow): TargetFacts => ({
  memberId: id,
  role,
  status,
  ends: until !== null,
});

/** A member as an audit event names them. */
export const targetOf = ({ id, name }: MemberRow) => ({ type: "member", id, name }) as const;

/** The member an act is about, as they are under the organization's lock. To be asked before anything is changed. */
export async function target(
  { db, organization, underLock }: OrganizationContext,
  memberId: string,
): Promise<MemberRow> {
  if (underLock?.named?.id === memberId) return underLock.named;
  return found(await memberById(db, organization.id, memberId), "member");
}

/** When a member's access ends by itself, as events and notices say it. */
export const endOf = ({ access_until: until }: MemberRow): string | null => until?.toISOString() ?? null;

/** Access came: the person's feed follows the organization from now on. */
export const started = (row: MemberRow): Notice => ({
  type: "membershipStarted",
  organizationId: row.organization_id,
  accountId: row.account_id,
  until: endOf(row),
});

/** The person's feed goes by another end of access. */
export const followsUntil = (row: MemberRow): Notice => ({
  type: "membershipUntil",
  organizationId: row.organization_id,
  accountId: row.account_id,
  until: endOf(row),
});

/** Access went: nothing later of the organization is told to the person. */
export const ended = ({ organization_id: organizationId, account_id: accountId }: MemberRow): Notice => ({
  type: "membershipEnded",
  organizationId,
  accountId,
});

/** Access that comes back has no end that lies behind it. */
export const lasting = (
  { access_until: until }: Pick<MemberRow, "access_until">,
  now: Date,
): { readonly access_until?: null } =>
  hasEnded(until?.getTime() ?? null, now.getTime()) ? { access_until: null } : {};

/** Refuses to make one more person active where no seat is free. */
export function requireFreeSeat({ seatsLimit, activeMembers }: OrganizationContext["organization"]): void {
  const { free } = seats({ limit: seatsLimit, active: activeMembers, pending: 0 });
  if (free === 0) refuse({ kind: "limitReached", limit: "seats" });
}

/** Refuses to take a person's default organization from them: one always remains theirs (`requirements/002…`). */
export function refuseTakingOwn({ underLock }: Pick<OrganizationContext, "underLock">, accountId: string): void {
  if (underLock === null) throw new Error("Whose organization it is must be known under the lock");
  if (underLock.personalOf === accountId) refuse({ kind: "conflict", code: "ownOrganization" });
}
