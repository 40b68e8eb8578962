import { day } from "#domain/calendar/lengths.ts";
import { reinstatementPeriod } from "#domain/membership.ts";

/** How many days a removed person can still be brought back, the last one counted; null once none is left. */
export function daysLeft(removedAt: string | null, now: number): number | null {
  if (removedAt === null) return null;
  const removed = Date.parse(removedAt);
  // The server's clock may be ahead of this one.
  const left = Math.ceil((removed + reinstatementPeriod - Math.max(now, removed)) / day);
  return left > 0 ? left : null;
}
