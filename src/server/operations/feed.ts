import { foldEmail } from "#domain/email.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { openEventStream } from "../feed/event-stream.ts";
import { activeMemberships } from "../storage/queries/memberships.ts";
import { isLiveSession } from "../storage/queries/sessions.ts";

export const feedHandlers = {
  "feed.follow": async ({ services, account, session, caller }) => {
    const { system } = services.pools;
    const { body, stream } = openEventStream();
    const folded = foldEmail(account.email);
    const follower = {
      accountId: account.id,
      sessionId: session.id,
      emailFolded: folded.ok ? folded.folded : account.email,
    };
    const load = async () => {
      // One that ended since this call was let in was told of before this stream listened.
      if (!(await isLiveSession(system, session.id, caller.now))) {
        return refuse({ kind: "unauthenticated", reason: "expired" });
      }
      return activeMemberships(system, account.id);
    };
    try {
      body.once("close", await services.feed.follow(follower, stream, load));
    } catch (error) {
      body.destroy();
      throw error;
    }
    return {
      headers: { "content-type": "text/event-stream; charset=utf-8", "x-accel-buffering": "no" },
      body,
      live: true,
    };
  },
} satisfies Partial<Handlers>;
