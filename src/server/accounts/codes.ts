import { randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { refuse } from "../dispatch/fault-error.ts";
import { digestOf } from "../dispatch/token.ts";

/** How long a mailed code works, in minutes. */
export const codeMinutes = 15;
/** How often a code may be tried, right or wrong. */
export const codeTries = 5;

export const codeEnds = (from: Date): Date => new Date(from.getTime() + codeMinutes * 60_000);

/** Six random digits. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, "0");

/** A code belongs to one attempt: the same digits have another digest elsewhere. */
export const digestOfCode = (attemptId: string, code: string): Buffer => digestOf(`${attemptId}:${code}`);

/** A digest that no code has: for an attempt that must fail whatever is tried. */
export const unreachableDigest = (): Buffer => randomBytes(32);

/** What is known of a code after this try of it has been counted. */
export interface TriedCode {
  readonly digest: Buffer;
  readonly attempts: number;
  readonly expires_at: Date;
  readonly used_at: Date | null;
}

/** Refuses a code that is wrong, expired, tried too often or used before; unknown attempts look like wrong codes. */
export function requireCode<Tried extends TriedCode>(tried: Tried | undefined, given: Buffer, now: Date): Tried {
  if (tried === undefined) return refuse({ kind: "unauthenticated", reason: "badCode" });
  if (tried.attempts > codeTries) return refuse({ kind: "limitReached", limit: "attempts" });
  if (!timingSafeEqual(tried.digest, given)) return refuse({ kind: "unauthenticated", reason: "badCode" });
  if (tried.used_at !== null) return refuse({ kind: "conflict", code: "codeSpent" });
  if (tried.expires_at <= now) return refuse({ kind: "unauthenticated", reason: "expired" });
  return tried;
}
