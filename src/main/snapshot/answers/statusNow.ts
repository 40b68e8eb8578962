import type { Member } from "#contract/entities/member.ts";
import { hasEnded } from "#domain/accessEnd.ts";
import type { MemberStatus } from "#domain/policy/decision.ts";

/**
 * How a member stands at this moment, as the server judges it: access that ended counts as deactivated before anything
 * wrote it down.
 */
export function statusNow({ status, accessUntil }: Pick<Member, "status" | "accessUntil">, now: Date): MemberStatus {
  const over = hasEnded(accessUntil === null ? null : Date.parse(accessUntil), now.getTime());
  return status === "active" && over ? "deactivated" : status;
}
