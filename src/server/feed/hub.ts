import type { FeedEvent } from "#contract/feed.ts";
import type { Listener } from "../storage/listen.ts";
import { noticeChannel, type Notice } from "./notices.ts";

/** Whom a stream belongs to. */
export interface Follower {
  readonly accountId: string;
  readonly sessionId: string;
  readonly emailFolded: string;
}

/** An organization that a person follows, until the end of their access if it has one. */
export interface Followed {
  readonly organizationId: string;
  readonly accessUntil: Date | null;
}

export interface Stream {
  send(event: FeedEvent): void;
  /** Ends the stream; the desktop comes back with a fresh token and reads everything again. */
  close(): void;
}

/** Tells every open stream of this server what any server on the database has committed. */
export interface FeedHub {
  /** Joins a stream. `load` reads the person's organizations after joining, so that no change falls in between. */
  follow(follower: Follower, stream: Stream, load: () => Promise<readonly Followed[]>): Promise<() => void>;
  readonly close: () => void;
}

interface Subscription {
  readonly follower: Follower;
  readonly stream: Stream;
  /** The end of access to each. */
  readonly organizations: Map<string, Date | null>;
  /** Notices that came before the organizations were known. */
  waiting: Notice[] | null;
}

const endOf = (until: string | null | undefined): Date | null => (typeof until === "string" ? new Date(until) : null);

/** Whoever's access has ended hears nothing later, also before that is written down. */
function isFollowed({ organizations }: Subscription, organizationId: string): boolean {
  const until = organizations.get(organizationId);
  return until === null || (until !== undefined && until > new Date());
}

function deliver(subscription: Subscription, notice: Notice): void {
  const { follower, stream, organizations } = subscription;
  switch (notice.type) {
    case "changed":
      if (isFollowed(subscription, notice.organizationId)) stream.send(notice);
      return;
    case "membershipUntil":
      if (notice.accountId !== follower.accountId || !organizations.has(notice.organizationId)) return;
      organizations.set(notice.organizationId, endOf(notice.until));
      return;
    case "membershipStarted":
      if (notice.accountId !== follower.accountId) return;
      organizations.set(notice.organizationId, endOf(notice.until));
      return stream.send({ type: "membershipStarted", organizationId: notice.organizationId });
    case "membershipEnded":
      if (notice.accountId !== follower.accountId) return;
      organizations.delete(notice.organizationId);
      return stream.send({ type: "membershipEnded", organizationId: notice.organizationId });
    case "invited":
      if (notice.emailFolded !== follower.emailFolded) return;
      return stream.send({
        type: "invited",
        invitationId: notice.invitationId,
        organizationName: notice.organizationName,
      });
    case "planChanged":
      if (notice.accountId !== follower.accountId) return;
      return stream.send({ type: "planChanged", planId: notice.planId });
    case "reviewChanged":
    case "reviewDue":
    case "adminDemoted":
    case "approvalRequested": {
      const { accountId, ...event } = notice;
      // Whoever lost the organization in the meantime hears nothing of it.
      if (accountId !== follower.accountId || !isFollowed(subscription, notice.organizationId)) return;
      return stream.send(event);
    }
    case "sessionsEnded":
      if (!notice.sessionIds.includes(follower.sessionId)) return;
      stream.send({ type: "signedOut" });
      return stream.close();
  }
}

/** Tells what came before the organizations were known. */
function tellWaiting(subscription: Subscription): void {
  const missed = subscription.waiting ?? [];
  subscription.waiting = null;
  for (const notice of missed) deliver(subscription, notice);
}

/** Streams that one person has on one server: enough for every window, too few to tire it. */
const mostStreams = 20;

/** Opens the hub of one server. Notices arrive in the order in which their transactions committed. */
export async function openFeedHub(listener: Listener): Promise<FeedHub> {
  const subscriptions = new Set<Subscription>();

  const hear = (notice: Notice): void => {
    for (const subscription of subscriptions) {
      if (subscription.waiting !== null) subscription.waiting.push(notice);
      else deliver(subscription, notice);
    }
  };
  /** The newest stays: whoever opens more has lost sight of the others. */
  const makeRoomFor = ({ accountId }: Follower): void => {
    const theirs = [...subscriptions].filter(({ follower }) => follower.accountId === accountId);
    for (const { stream } of theirs.slice(0, Math.max(0, theirs.length - mostStreams + 1))) stream.close();
  };
  const closeAll = (): void => {
    for (const { stream } of subscriptions) stream.close();
  };
  const forget = await listener.on(noticeChannel, (payload) => (JSON.parse(payload) as Notice[]).forEach(hear));
  // Whatever was announced while the connection was lost is unknown: everybody starts afresh.
  listener.onReconnect(closeAll);

  return {
    follow: async (follower, stream, load) => {
      makeRoomFor(follower);
      const organizations = new Map<string, Date | null>();
      const subscription: Subscription = { follower, stream, organizations, waiting: [] };
      subscriptions.add(subscription);
      const leave = () => void subscriptions.delete(subscription);
      try {
        for (const { organizationId, accessUntil } of await load()) organizations.set(organizationId, accessUntil);
      } catch (error) {
        leave();
        throw error;
      }
      stream.send({ type: "ready" });
      tellWaiting(subscription);
      return leave;
    },
    close: () => {
      closeAll();
      void forget();
    },
  };
}
