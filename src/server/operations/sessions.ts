import { readEmail } from "../accounts/inputs.ts";
import { passwordFits } from "../accounts/passwords.ts";
import { refreshSession } from "../accounts/refresh.ts";
import { challenge, completeSignIn } from "../accounts/second-step.ts";
import { endSessions, startSession } from "../accounts/sessions.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { recordSecurity } from "../dispatch/security-log.ts";
import { accountOf, findAccount, lockCredentials } from "../storage/queries/accounts.ts";
import { listSessions } from "../storage/queries/sessions.ts";
import { cleaned } from "./invalid.ts";

/** Signing in and out, and the places where a person is signed in. */
export const sessionHandlers = {
  "session.signIn": async ({ db, caller }, input) => {
    const { folded } = readEmail("email", input.email);
    const client = cleaned("client", input.client, { max: 40 });
    const row = await findAccount(db, folded);
    if (!(await passwordFits(input.password, row?.password_digest ?? null))) {
      // Written for nobody as well, so that time does not tell whether there is an account.
      await recordSecurity(db, caller, { kind: "session.signInFailed", accountId: row?.id ?? null });
      return refuse({ kind: "unauthenticated", reason: "badCredentials" });
    }
    if (row === undefined) return refuse({ kind: "unauthenticated", reason: "badCredentials" });
    const account = accountOf(row);
    return db.transaction().execute(async (at) => {
      // A password that was replaced while it was checked starts no session.
      const { password_digest, two_factor_since } = await lockCredentials(at, row.id);
      if (password_digest !== row.password_digest) {
        return refuse({ kind: "unauthenticated", reason: "badCredentials" });
      }
      if (two_factor_since !== null) return challenge(at, account.id, client, caller.now);
      await recordSecurity(at, caller, { kind: "session.signedIn", accountId: account.id, detail: { client } });
      return startSession(at, account, caller, { client, joinedOrganizationId: null });
    });
  },

  "session.completeSignIn": async (context, input) => completeSignIn(context, input),

  "session.refresh": async ({ db, caller }, { refreshToken }) => refreshSession(db, caller, refreshToken),

  "session.list": async ({ db, account, session, caller }) => {
    const rows = await listSessions(db, account.id, caller.now);
    const items = rows.map((row) => ({
      id: row.id,
      client: row.client,
      userAgent: row.user_agent,
      address: row.address,
      createdAt: row.created_at.toISOString(),
      lastUsedAt: row.last_used_at.toISOString(),
      current: row.id === session.id,
    }));
    return { items };
  },

  "session.signOut": async ({ db, account, session, caller }) => {
    const ended = await endSessions(db, account.id, { only: session.id }, caller.now);
    await recordSecurity(db, caller, { kind: "session.signedOut", accountId: account.id });
    return { ended };
  },

  "session.signOutEverywhere": async ({ db, account, caller }) => {
    const ended = await endSessions(db, account.id, {}, caller.now);
    await recordSecurity(db, caller, { kind: "session.revokedAll", accountId: account.id, detail: { ended } });
    return { ended };
  },

  "session.revoke": async ({ db, account, caller }, { sessionId }) => {
    const ended = await endSessions(db, account.id, { only: sessionId }, caller.now);
    if (ended === 0) return refuse({ kind: "notFound", what: "session" });
    await recordSecurity(db, caller, { kind: "session.revoked", accountId: account.id, detail: { sessionId } });
    return { ended };
  },
} satisfies Partial<Handlers>;
