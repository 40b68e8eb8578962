import { day } from "./calendar/lengths.ts";

/** How long a risky change waits for its confirmation, in milliseconds (`product-rules.md`, 'Beyond the documents' 6). */
export const confirmationPeriod = day;

/** Whoever was seen so lately, in milliseconds, is taken to be able to sign in. */
export const seenLately = 30 * day;

/** With fewer owners than this who can surely sign in, one lost password locks everybody out. */
export const safeOwners = 2;

/** An active member with an owner-class role. Times are milliseconds since 1970; null for those never seen. */
export interface Administrator {
  readonly memberId: string;
  readonly lastSeenAt: number | null;
}

/** Whether an owner can be counted on to sign in. */
export function canSurelySignIn({ lastSeenAt }: Administrator, now: number): boolean {
  return lastSeenAt !== null && now - lastSeenAt <= seenLately;
}

const sure = (owners: readonly Administrator[], now: number): number =>
  owners.filter((one) => canSurelySignIn(one, now)).length;

/** How an owner's power went: somebody took it, or the end came that somebody had set their access before. */
export type LossCause = "act" | "date";

/**
 * Whether an owner's loss of power is to be confirmed; it takes effect at once and is undone unless an owner confirms it
 * in time. What somebody does is, where it leaves fewer than two owners who were seen within 30 days. A date was decided
 * already, by whoever set it: only where it leaves nobody at all who was seen lately.
 */
export function needsConfirmation(remaining: readonly Administrator[], cause: LossCause, now: number): boolean {
  return sure(remaining, now) < (cause === "act" ? safeOwners : 1);
}

/**
 * Whether an owner may leave by themselves: nobody is brought back against their will, so somebody who can surely sign in
 * must be left before.
 */
export function mayLeave(remaining: readonly Administrator[], now: number): boolean {
  return sure(remaining, now) > 0;
}

export const guardStates = ["pending", "confirmed", "reverted", "overtaken"] as const;
export type GuardState = (typeof guardStates)[number];

/** What was true of a guarded change when its time came. Times are milliseconds since 1970. */
export interface GuardFacts {
  readonly state: GuardState;
  readonly confirmBy: number;
  /** Whether the person has an owner's power again, by whatever way. */
  readonly isOwnerAgain: boolean;
  /** Whether they have left by themselves: then only they come back, by an invitation. */
  readonly hasLeft: boolean;
}

/** What becomes of a guarded change at an instant: nothing yet, or its end. */
export function guardEnd(
  { state, confirmBy, isOwnerAgain, hasLeft }: GuardFacts,
  now: number,
): "reverted" | "overtaken" | null {
  if (state !== "pending") return null;
  if (isOwnerAgain || hasLeft) return "overtaken";
  return now >= confirmBy ? "reverted" : null;
}
