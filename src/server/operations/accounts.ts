import {
  requireCode,
  codeTries,
  codeEnds,
  codeMinutes,
  digestOfCode,
  newCode,
  unreachableDigest,
} from "../accounts/codes.ts";
import { day } from "#domain/calendar/lengths.ts";
import { finishSignUp } from "../accounts/finish-sign-up.ts";
import { readEmail, requireGoodPassword } from "../accounts/inputs.ts";
import { digestPassword } from "../accounts/passwords.ts";
import { replacePassword } from "../accounts/replace-password.ts";
import { mailSignUp } from "../accounts/sign-up-letter.ts";
import { found, refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { digestOf } from "../dispatch/token.ts";
import { enqueueLetter } from "../jobs/mail-job.ts";
import { newId } from "../storage/ids.ts";
import { enqueueNothing } from "../storage/outbox.ts";
import { findAccount, loadAccount } from "../storage/queries/accounts.ts";
import { insertReset, spendReset, tryReset } from "../storage/queries/password-resets.ts";
import { findSignUp, insertSignUp, renewCode, trySignUp } from "../storage/queries/sign-ups.ts";
import { cleaned } from "./invalid.ts";

/** How long an attempt can ask for another code, in milliseconds. */
const attemptLife = day;

/** Sign-up and password reset: what nobody needs to be signed in for. */
export const accountHandlers = {
  "account.signUp": async ({ db, caller }, input) => {
    const { email, folded } = readEmail("email", input.email);
    const name = cleaned("name", input.name, { max: 100 });
    requireGoodPassword("password", input.password, { email, name });
    const password_digest = await digestPassword(input.password);
    const id = newId();
    await db.transaction().execute(async (at) => {
      const code = await mailSignUp(at, { id, email, folded, name }, caller.now);
      await insertSignUp(at, {
        id,
        email,
        email_folded: folded,
        name,
        password_digest,
        code_digest: code.digest,
        invitation_digest: input.invitationToken === undefined ? null : digestOf(input.invitationToken),
        created_at: caller.now,
        expires_at: code.expiresAt,
      });
    });
    return { signUpId: id };
  },

  "account.resendCode": async ({ db, caller }, { signUpId }) => {
    await db.transaction().execute(async (at) => {
      const since = new Date(caller.now.getTime() - attemptLife);
      const attempt = found(await findSignUp(at, signUpId, since), "signUp");
      if (attempt.attempts >= codeTries) refuse({ kind: "limitReached", limit: "attempts" });
      const { email, email_folded: folded, name } = attempt;
      await renewCode(at, signUpId, await mailSignUp(at, { id: signUpId, email, folded, name }, caller.now));
    });
    return { signUpId };
  },

  "account.verify": async (context, { signUpId, code, client: rawClient }) => {
    const { db, caller } = context;
    const client = cleaned("client", rawClient, { max: 40 });
    // Outside the transaction below: a try counts even though it is refused.
    const tried = await trySignUp(db, signUpId);
    const signUp = requireCode(tried, digestOfCode(signUpId, code), caller.now);
    return db.transaction().execute((at) => finishSignUp(at, signUp, context, client));
  },

  "account.requestPasswordReset": async ({ db, caller }, input) => {
    const { folded } = readEmail("email", input.email);
    const id = newId();
    const code = newCode();
    await db.transaction().execute(async (at) => {
      const account = await findAccount(at, folded);
      const digest = account === undefined ? unreachableDigest() : digestOfCode(id, code);
      await insertReset(at, { id, accountId: account?.id ?? null, digest, expiresAt: codeEnds(caller.now) });
      if (account === undefined) return enqueueNothing(at);
      const { email: to, name } = account;
      return enqueueLetter(at, { letter: "resetPassword", to, name, code, minutes: codeMinutes });
    });
    return { resetId: id };
  },

  "account.resetPassword": async ({ db, caller }, { resetId, code, password }) => {
    // What is wrong with any person's password costs no try of the code.
    requireGoodPassword("password", password, { email: "", name: "" });
    const tried = await tryReset(db, resetId);
    const { account_id: accountId } = requireCode(tried, digestOfCode(resetId, code), caller.now);
    if (accountId === null) return refuse({ kind: "unauthenticated", reason: "badCode" });
    const account = await loadAccount(db, accountId);
    requireGoodPassword("password", password, account);
    const digest = await digestPassword(password);
    await db.transaction().execute(async (at) => {
      if (!(await spendReset(at, resetId, accountId, caller.now))) refuse({ kind: "conflict", code: "codeSpent" });
      await replacePassword(at, account, digest, caller, { kind: "account.passwordReset", keep: null });
    });
    return { done: true };
  },
} satisfies Partial<Handlers>;
