import { day } from "./calendar/lengths.ts";

/** How long before the end of their access a member is told of it, in milliseconds. */
export const endReminderLead = 7 * day;

/** Access that ends within this time ends 'soon', in milliseconds. */
export const endsSoonPeriod = 30 * day;

/** The furthest end that can be set, in milliseconds from now. Beyond it, no end is meant. */
export const longestAccess = 3660 * day;

export type AccessEndProblem = "past" | "tooFar";

/** What is wrong with an end of access, or null. All times are milliseconds since 1970. */
export function accessEndProblem(until: number, now: number): AccessEndProblem | null {
  if (until <= now) return "past";
  return until > now + longestAccess ? "tooFar" : null;
}

/** Whether access has ended: from that very instant on. Null never does. */
export function hasEnded(until: number | null, now: number): boolean {
  return until !== null && now >= until;
}

/** Whether access ends soon enough to be pointed out. */
export function endsSoon(until: number | null, now: number): boolean {
  return until !== null && until <= now + endsSoonPeriod;
}
