import type { Member } from "#contract/entities/member.ts";
import { day } from "#domain/calendar/lengths.ts";
import { reinstatementPeriod } from "#domain/membership.ts";

/** How many days somebody can still be brought back, the last one counted; null once none is left, or if they left. */
export function daysLeft({ removedAt, left: gone }: Pick<Member, "removedAt" | "left">, now: number): number | null {
  if (removedAt === null || gone) return null;
  const removed = Date.parse(removedAt);
  // The server's clock may be ahead of this one.
  const left = Math.ceil((removed + reinstatementPeriod - Math.max(now, removed)) / day);
  return left > 0 ? left : null;
}
