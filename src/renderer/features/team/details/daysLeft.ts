import { reinstatementPeriod } from "#domain/membership.ts";

const day = 86_400_000;

/** How many days a removed person can still be brought back, the last one counted; null once none is left. */
export function daysLeft(removedAt: string | null, now: number): number | null {
  if (removedAt === null) return null;
  const left = Math.ceil((Date.parse(removedAt) + reinstatementPeriod - now) / day);
  return left > 0 ? left : null;
}
