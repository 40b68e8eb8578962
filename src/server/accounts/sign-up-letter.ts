import type { Db } from "../storage/database.ts";
import { enqueueLetter } from "../jobs/mail-job.ts";
import { findAccount } from "../storage/queries/accounts.ts";
import { codeEnds, codeMinutes, digestOfCode, newCode, unreachableDigest } from "./codes.ts";

interface Attempt {
  readonly id: string;
  readonly email: string;
  readonly folded: string;
  readonly name: string;
}

/** A stranger types this name, so our mail repeats only what reads as one and carries no address to visit. */
const greeting = (name: string): string =>
  /^(?:[\p{L}\p{M}\p{Zs}'’-]|\.(?!\p{L})){1,60}$/u.test(name) ? name : "there";

/**
 * Mails the code of a sign-up, or, when the address has an account, says so to its person instead. Gives the code's
 * digest to store; in the second case one that no code has. Both take the same steps.
 */
export async function mailSignUp(db: Db, attempt: Attempt, now: Date): Promise<{ digest: Buffer; expiresAt: Date }> {
  const code = newCode();
  const expiresAt = codeEnds(now);
  const account = await findAccount(db, attempt.folded);
  if (account !== undefined) {
    await enqueueLetter(db, { letter: "addressInUse", to: account.email, name: account.name });
    return { digest: unreachableDigest(), expiresAt };
  }
  const { email: to, name } = attempt;
  await enqueueLetter(db, { letter: "verifyEmail", to, name: greeting(name), code, minutes: codeMinutes });
  return { digest: digestOfCode(attempt.id, code), expiresAt };
}
