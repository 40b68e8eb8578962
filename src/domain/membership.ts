import { day } from "./calendar/lengths.ts";

/** How long an invitation lives, in milliseconds (`requirements/002…`, `004…`: 7 days). */
export const invitationLife = 7 * day;

/** How long a removed member can be brought back with their role, in milliseconds (`product-rules.md`: 90 days). */
export const reinstatementPeriod = 90 * day;

/** Seats of an organization. `limit` and `free` are null where the plan sets no limit. */
export interface Seats {
  readonly limit: number | null;
  readonly used: number;
  readonly pending: number;
  readonly free: number | null;
}

/** A seat is used by each active member; pending invitations are shown, but use none until accepted (000). */
export function seats(count: { limit: number | null; active: number; pending: number }): Seats {
  const free = count.limit === null ? null : Math.max(0, count.limit - count.active);
  return { limit: count.limit, used: count.active, pending: count.pending, free };
}

/** A reason to look at the number of owners: below 2 nobody can step in, above 3 is more than 004 advises. */
export type OwnersWarning = "fewerThanTwo" | "moreThanThree";

/** The warning that this number of active owners deserves, or null (`product-rules.md`, 'number of owners'). */
export function ownersWarning(owners: number): OwnersWarning | null {
  if (owners < 2) return "fewerThanTwo";
  return owners > 3 ? "moreThanThree" : null;
}
