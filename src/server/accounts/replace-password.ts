import type { Db } from "../storage/database.ts";
import { recordSecurity } from "../dispatch/security-log.ts";
import type { Caller } from "../dispatch/services.ts";
import { enqueueLetter } from "../jobs/mail-job.ts";
import { updateAccount } from "../storage/queries/accounts.ts";
import { withdrawChallenges } from "../storage/queries/sign-in-challenges.ts";
import { endSessions } from "./sessions.ts";

/** Stores a new password, ends every session but the one to keep, tells the person. Gives how many sessions ended. */
export async function replacePassword(
  db: Db,
  account: { readonly id: string; readonly email: string; readonly name: string },
  password_digest: string,
  caller: Caller,
  how: { readonly kind: "account.passwordChanged" | "account.passwordReset"; readonly keep: string | null },
): Promise<number> {
  await updateAccount(db, account.id, { password_digest }, caller.now);
  // Whoever waits with the earlier password for a second step has to give the new one.
  await withdrawChallenges(db, account.id);
  const which = how.keep === null ? {} : { except: how.keep };
  const endedSessions = await endSessions(db, account.id, which, caller.now);
  await recordSecurity(db, caller, { kind: how.kind, accountId: account.id, detail: { endedSessions } });
  const { email: to, name } = account;
  await enqueueLetter(db, { letter: "passwordChanged", to, name, at: caller.now.toISOString() });
  return endedSessions;
}
