import type { SignedIn } from "#contract/entities/account.ts";
import type { Db } from "../storage/database.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { networkOf } from "../dispatch/network.ts";
import { recordSecurity } from "../dispatch/security-log.ts";
import type { Caller } from "../dispatch/services.ts";
import { digestOf } from "../dispatch/token.ts";
import { accountOf, loadAccount } from "../storage/queries/accounts.ts";
import { findSpentToken, prolongSession, shortenAccess, takeRefreshToken } from "../storage/queries/refresh-tokens.ts";
import { agentOf, endSessions, issueTokens, sessionEnds } from "./sessions.ts";

/** Requests already under way with the earlier access token may still finish. */
const overlapMilliseconds = 30_000;
/** A client that sent the same refresh twice, or lost the answer, is not taken for a thief within this time. */
const graceMilliseconds = 10_000;

/**
 * Exchanges a refresh token for the next generation of tokens. The exchange is one conditional UPDATE, so a family
 * never forks. Using a token again ends the whole session, since either of the two users may be a thief; only the
 * same client within seconds is answered `expired` without that.
 */
export async function refreshSession(db: Db, caller: Caller, refreshToken: string): Promise<SignedIn> {
  const digest = digestOf(refreshToken);
  const renewed = await db.transaction().execute((at) => rotate(at, caller, digest));
  if (renewed !== null) return renewed;
  await db.transaction().execute((at) => judgeReuse(at, caller, digest));
  return refuse({ kind: "unauthenticated", reason: "expired" });
}

async function rotate(db: Db, caller: Caller, digest: Buffer): Promise<SignedIn | null> {
  const { now } = caller;
  const taken = await takeRefreshToken(db, digest, now);
  if (taken === undefined) return null;
  const { session_id: sessionId, account_id: accountId, generation } = taken;
  const use = { last_used_at: now, expires_at: sessionEnds(now), user_agent: agentOf(caller), address: caller.address };
  await prolongSession(db, sessionId, use);
  await shortenAccess(db, sessionId, new Date(now.getTime() + overlapMilliseconds));
  const tokens = await issueTokens(db, sessionId, generation + 1, now);
  const account = accountOf(await loadAccount(db, accountId));
  return { account, sessionId, ...tokens, joinedOrganizationId: null };
}

/** Ends the session of a token that was used before; commits although the caller is refused. */
async function judgeReuse(db: Db, caller: Caller, digest: Buffer): Promise<void> {
  const spent = await findSpentToken(db, digest);
  if (spent === undefined || spent.used_at === null || spent.revoked_at !== null) return;
  const sameClient = spent.user_agent === agentOf(caller) && networkOf(spent.address) === networkOf(caller.address);
  if (sameClient && caller.now.getTime() - spent.used_at.getTime() < graceMilliseconds) return;
  const ended = await endSessions(db, spent.account_id, { only: spent.session_id }, caller.now);
  if (ended === 0) return;
  const detail = { sessionId: spent.session_id };
  await recordSecurity(db, caller, { kind: "session.tokenReused", accountId: spent.account_id, detail });
}
