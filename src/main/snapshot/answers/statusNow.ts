import type { Member } from "#contract/entities/member.ts";
import type { MemberStatus } from "#domain/policy/decision.ts";
import { isOwnerClass, type Policy } from "#domain/policy/policy.ts";

type Kept = Pick<Member, "id" | "role" | "status" | "accessUntil">;

interface Team {
  readonly policy: Policy;
  members(): { readonly rows: readonly Kept[] };
}

/**
 * How a member stands at this moment, as the server judges it: access that ended counts as deactivated before anything
 * wrote it down. Somebody must stay in charge: an owner's has not ended while no other owner has access.
 */
export function statusNow(team: Team, member: Kept, now: Date): MemberStatus {
  if (member.status !== "active" || !hasEnded(member, now)) return member.status;
  if (!isOwnerClass(team.policy, member.role)) return "deactivated";
  const stays = (other: Kept) =>
    other.id !== member.id &&
    other.status === "active" &&
    isOwnerClass(team.policy, other.role) &&
    !hasEnded(other, now);
  return team.members().rows.some(stays) ? "deactivated" : "active";
}

const hasEnded = ({ accessUntil }: Kept, now: Date): boolean =>
  accessUntil !== null && Date.parse(accessUntil) <= now.getTime();
