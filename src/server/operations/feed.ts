import { foldEmail } from "#domain/email.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { openEventStream } from "../feed/event-stream.ts";
import { activeOrganizationIds } from "../storage/queries/memberships.ts";

export const feedHandlers = {
  "feed.follow": async ({ services, account, session }) => {
    const { body, stream } = openEventStream();
    const folded = foldEmail(account.email);
    const follower = {
      accountId: account.id,
      sessionId: session.id,
      emailFolded: folded.ok ? folded.folded : account.email,
    };
    const leave = await services.feed.follow(follower, stream, () =>
      activeOrganizationIds(services.pools.system, account.id),
    );
    body.once("close", leave);
    return { headers: { "content-type": "text/event-stream; charset=utf-8", "x-accel-buffering": "no" }, body };
  },
} satisfies Partial<Handlers>;
