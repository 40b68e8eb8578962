import type { Account, SignedIn } from "#contract/entities/account.ts";
import { day } from "#domain/calendar/lengths.ts";
import type { Db } from "../storage/database.ts";
import type { Caller } from "../dispatch/services.ts";
import { digestOf, newToken } from "../dispatch/token.ts";
import { announce } from "../feed/notices.ts";
import { newId } from "../storage/ids.ts";
import { insertSession, insertTokens, revokeSessions } from "../storage/queries/sessions.ts";

/** An access token is short-lived because it travels with every request. */
const accessMilliseconds = 15 * 60_000;
/** A session ends after 30 days without use. */
const sessionMilliseconds = 30 * day;
/** A notification has room for about 200 ids. */
const perNotice = 150;

export const sessionEnds = (from: Date): Date => new Date(from.getTime() + sessionMilliseconds);

/** What a person agent says about itself, as far as it is worth keeping. */
export const agentOf = ({ userAgent }: Caller): string => userAgent.slice(0, 300);

type Tokens = Pick<SignedIn, "accessToken" | "accessExpiresAt" | "refreshToken">;

/** New tokens of a session; only their digests are stored. */
export async function issueTokens(db: Db, sessionId: string, generation: number, at: Date): Promise<Tokens> {
  const accessToken = newToken();
  const refreshToken = newToken();
  const accessEnds = new Date(at.getTime() + accessMilliseconds);
  await insertTokens(
    db,
    { sessionId, generation, at },
    { access: digestOf(accessToken), refresh: digestOf(refreshToken), accessEnds, refreshEnds: sessionEnds(at) },
  );
  return { accessToken, accessExpiresAt: accessEnds.toISOString(), refreshToken };
}

/** Signs a person in at one more place. */
export async function startSession(
  db: Db,
  account: Account,
  caller: Caller,
  place: { readonly client: string; readonly joinedOrganizationId: string | null },
): Promise<SignedIn> {
  const { now } = caller;
  const sessionId = newId();
  await insertSession(db, {
    id: sessionId,
    account_id: account.id,
    created_at: now,
    last_used_at: now,
    user_agent: agentOf(caller),
    address: caller.address,
    client: place.client,
    expires_at: sessionEnds(now),
  });
  const tokens = await issueTokens(db, sessionId, 0, now);
  return { account, sessionId, ...tokens, joinedOrganizationId: place.joinedOrganizationId };
}

/** Ends sessions of a person for the next request already, and closes their live feeds. Gives how many. */
export async function endSessions(
  db: Db,
  accountId: string,
  which: { readonly only?: string; readonly except?: string },
  at: Date,
): Promise<number> {
  const ended = await revokeSessions(db, accountId, which, at);
  for (let from = 0; from < ended.length; from += perNotice) {
    await announce(db, [{ type: "sessionsEnded", sessionIds: ended.slice(from, from + perNotice) }]);
  }
  return ended.length;
}
