import type { SignedIn } from "#contract/entities/account.ts";
import type { SecondStep } from "#contract/entities/twoFactor.ts";
import { readSecondFactor } from "#domain/recoveryCode.ts";
import type { PublicContext } from "../dispatch/contexts.ts";
import type { Db } from "../storage/database.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { enforceLimit } from "../dispatch/limits.ts";
import { recordSecurity } from "../dispatch/security-log.ts";
import type { Caller } from "../dispatch/services.ts";
import { digestOf, newToken } from "../dispatch/token.ts";
import { accountOf, loadAccount, lockCredentials } from "../storage/queries/accounts.ts";
import { insertChallenge, spendChallenge, tryChallenge } from "../storage/queries/sign-in-challenges.ts";
import { lockTwoFactor, takeRecoveryCode, takeStep } from "../storage/queries/two-factors.ts";
import { stepOfCode } from "./one-time-codes.ts";
import { digestOfRecoveryCode } from "./recovery-codes.ts";
import type { Sealing } from "./sealing.ts";
import { startSession } from "./sessions.ts";

const challengeMilliseconds = 5 * 60_000;
const challengeTries = 5;

/**
 * Tries of one person, over all challenges: whoever knows the password could ask for one challenge after another. A
 * code is guessed with 3 in a million, so the daily limit leaves a thief of the password about one day in 10,000.
 */
const perPerson = [
  { perAddress: 60, perSubject: 10, subject: "accountId", seconds: 900 },
  { perAddress: 2000, perSubject: 30, subject: "accountId", seconds: 86_400 },
] as const;

/** What a right password gives where a second step is asked for. Only the challenge's digest is stored. */
export async function challenge(db: Db, accountId: string, client: string, now: Date): Promise<SecondStep> {
  const token = newToken();
  const expires_at = new Date(now.getTime() + challengeMilliseconds);
  await insertChallenge(db, { digest: digestOf(token), account_id: accountId, client, expires_at });
  return { challenge: token, expiresAt: expires_at.toISOString() };
}

/**
 * Finishes a sign-in with a code. The try counts before anything is looked at, so parallel guesses get no more of them.
 * @throws FaultError `unauthenticated` with `badCode`, or with `expired` where the password has to be given again;
 * `limitReached` for many tries
 */
export async function completeSignIn(
  { db, caller, services }: PublicContext,
  input: { readonly challenge: string; readonly code: string },
): Promise<SignedIn> {
  const digest = digestOf(input.challenge);
  const tried = await tryChallenge(db, digest);
  if (tried === undefined || tried.used_at !== null || tried.expires_at <= caller.now) return startAgain();
  if (tried.attempts > challengeTries) return refuse({ kind: "limitReached", limit: "attempts" });
  const { account_id: accountId, client } = tried;
  await limitPerson(db, accountId, caller);
  const signedIn = await db.transaction().execute(async (at) => {
    // Before the factor, as everywhere: the password is changed and the second step turned off under this lock.
    await lockCredentials(at, accountId);
    if (!(await isRight(at, { accountId, typed: input.code, sealing: services.sealing }, caller))) return null;
    if (!(await spendChallenge(at, digest, caller.now))) return startAgain();
    await recordSecurity(at, caller, { kind: "session.signedIn", accountId, detail: { client, secondStep: true } });
    const account = accountOf(await loadAccount(at, accountId));
    return startSession(at, account, caller, { client, joinedOrganizationId: null });
  });
  if (signedIn !== null) return signedIn;
  await recordSecurity(db, caller, { kind: "session.secondStepFailed", accountId });
  return refuse({ kind: "unauthenticated", reason: "badCode" });
}

const startAgain = (): never => refuse({ kind: "unauthenticated", reason: "expired" });

async function limitPerson(db: Db, accountId: string, { address, now }: Caller): Promise<void> {
  for (const rule of perPerson) {
    await enforceLimit(db, `secondStep:${rule.seconds}`, rule, { address, now, input: { accountId } });
  }
}

interface Typed {
  readonly accountId: string;
  readonly typed: string;
  readonly sealing: Sealing;
}

/** Whether a code is right and unused; from then on it is used. */
async function isRight(db: Db, { accountId, typed, sealing }: Typed, caller: Caller): Promise<boolean> {
  const factor = await lockTwoFactor(db, accountId);
  if (factor === undefined || factor.confirmed_at === null) return startAgain();
  const read = readSecondFactor(typed);
  if (read?.kind === "recovery") {
    const taken = await takeRecoveryCode(db, accountId, digestOfRecoveryCode(accountId, read.code), caller.now);
    if (taken) await recordSecurity(db, caller, { kind: "twoFactor.recoveryCodeUsed", accountId });
    return taken;
  }
  const step = read === null ? null : stepOfCode(sealing.open(factor.secret, accountId), read.code, caller.now);
  return step !== null && (await takeStep(db, accountId, step));
}
