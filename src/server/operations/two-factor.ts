import { confirmOwnPassword } from "../accounts/confirm-password.ts";
import { newOneTimeSecret, stepOfCode } from "../accounts/one-time-codes.ts";
import { issueRecoveryCodes } from "../accounts/recovery-codes.ts";
import type { AccountContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { recordSecurity } from "../dispatch/security-log.ts";
import { enqueueLetter } from "../jobs/mail-job.ts";
import { lockCredentials } from "../storage/queries/accounts.ts";
import { withdrawChallenges } from "../storage/queries/sign-in-challenges.ts";
import {
  beginTwoFactor,
  confirmTwoFactor,
  lockTwoFactor,
  removeTwoFactor,
  takeStep,
  twoFactorOf,
} from "../storage/queries/two-factors.ts";

/** How long a secret waits for its first code. */
const beginMilliseconds = 3_600_000;

const secretEnds = (begun: Date): Date => new Date(begun.getTime() + beginMilliseconds);

/** Turning the second step of signing in on and off. The account's row is locked first in each. */
export const twoFactorHandlers = {
  "twoFactor.get": async ({ db, account }) => {
    const { since, left } = await twoFactorOf(db, account.id);
    return { since: since?.toISOString() ?? null, recoveryCodesLeft: left ?? 0 };
  },

  "twoFactor.begin": async (context, { password }) => {
    const { db, account, caller, services } = context;
    await confirmOwnPassword(context, "twoFactor.begin", password);
    await requireState(context, "off");
    const { bytes, secret, uri } = newOneTimeSecret(account.email);
    await beginTwoFactor(db, account.id, services.sealing.seal(bytes, account.id), caller.now);
    await recordSecurity(db, caller, { kind: "twoFactor.begun", accountId: account.id });
    return { secret, uri, expiresAt: secretEnds(caller.now).toISOString() };
  },

  "twoFactor.confirm": async (context, { code }) => {
    const { db, account, caller, services } = context;
    await requireState(context, "off");
    const factor = await lockTwoFactor(db, account.id);
    if (factor === undefined || secretEnds(factor.started_at) <= caller.now) {
      return refuse({ kind: "unauthenticated", reason: "expired" });
    }
    const step = stepOfCode(services.sealing.open(factor.secret, account.id), code, caller.now);
    if (step === null) return refuse({ kind: "unauthenticated", reason: "badCode" });
    await takeStep(db, account.id, step);
    await confirmTwoFactor(db, account.id, caller.now);
    await tell(context, "turnedOn");
    return { recoveryCodes: await issueRecoveryCodes(db, account.id) };
  },

  "twoFactor.renewRecoveryCodes": async (context, { password }) => {
    const { db, account, caller } = context;
    await confirmOwnPassword(context, "twoFactor.renewRecoveryCodes", password);
    await requireState(context, "on");
    await recordSecurity(db, caller, { kind: "twoFactor.recoveryCodesRenewed", accountId: account.id });
    return { recoveryCodes: await issueRecoveryCodes(db, account.id) };
  },

  "twoFactor.disable": async (context, { password }) => {
    const { db, account } = context;
    await confirmOwnPassword(context, "twoFactor.disable", password);
    await requireState(context, "on");
    await removeTwoFactor(db, account.id);
    await withdrawChallenges(db, account.id);
    await tell(context, "turnedOff");
    return { since: null, recoveryCodesLeft: 0 };
  },
} satisfies Partial<Handlers>;

async function requireState({ db, account }: AccountContext, wanted: "on" | "off"): Promise<void> {
  const { two_factor_since: since } = await lockCredentials(db, account.id);
  if (wanted === "off" && since !== null) refuse({ kind: "conflict", code: "twoFactorOn" });
  if (wanted === "on" && since === null) refuse({ kind: "conflict", code: "twoFactorOff" });
}

/** In the person's security log and in a letter, so that a thief's change does not go unseen. */
async function tell({ db, account, caller }: AccountContext, what: "turnedOn" | "turnedOff"): Promise<void> {
  const { id, email: to, name } = account;
  await recordSecurity(db, caller, { kind: `twoFactor.${what}`, accountId: id });
  await enqueueLetter(db, { letter: "twoFactorChanged", to, name, what, at: caller.now.toISOString() });
}
