import type { Connection, ServerChoice } from "#contract/desktop.ts";
import type { FeedEvent } from "#contract/feed.ts";
import { createConnection, type ConnectionState } from "../connection.ts";
import { createGateway, type Gateway } from "../gateway.ts";
import { probeHealth } from "../remote/health.ts";
import { createRemote, type Remote } from "../remote/remote.ts";
import type { SecretStore } from "../session/secret-store.ts";
import { createSession, type Session } from "../session/session.ts";
import { memorySnapshot } from "../snapshot/memory.ts";
import { createFeed } from "../sync/feed.ts";

/** All that belongs to one chosen server: its client, the sign-in there, the live changes, what is kept of it. */
export interface ServerLink {
  readonly choice: ServerChoice;
  readonly remote: Remote;
  readonly session: Session;
  readonly connection: ConnectionState;
  readonly gateway: Gateway;
  address(): string | null;
  /** Null: the server is away and will come back at another address. */
  setAddress(url: string | null): void;
  close(): void;
}

export interface LinkOptions {
  readonly choice: ServerChoice;
  readonly secrets: SecretStore;
  readonly userAgent: string;
  readonly onChange: () => void;
  readonly onConnection: (connection: Connection) => void;
  readonly onFeed: (event: FeedEvent) => void;
}

export function linkServer({ choice, secrets, userAgent, onChange, onConnection, onFeed }: LinkOptions): ServerLink {
  let address = choice.kind === "remote" ? new URL(choice.url).origin : null;
  let followed: string | null = null;
  const snapshot = memorySnapshot();
  const connection = createConnection({
    probe: async () => address !== null && (await probeHealth(address)).healthy,
    onChange: onConnection,
  });
  const session = createSession({ secrets, serverKey: serverKey(choice), onChange: () => personChanged() });
  const remote = createRemote({ baseUrl: () => address, tokens: session, userAgent });
  const feed = createFeed({ remote, connection, onEvent: (event) => received(event) });
  const personChanged = () => {
    const person = session.account()?.id ?? null;
    if (person !== followed) {
      followed = person;
      snapshot.wipe();
      if (person === null) feed.stop();
      else feed.start();
    }
    onChange();
  };
  const received = (event: FeedEvent) => {
    if (event.type === "changed") snapshot.noteRevision(event.organizationId, event.revision);
    if (event.type === "membershipEnded") snapshot.forgetOrganization(event.organizationId);
    if (event.type === "signedOut") void session.forget();
    onFeed(event);
  };
  return {
    choice,
    remote,
    session,
    connection,
    gateway: createGateway({ remote, snapshot, connection, session }),
    address: () => address,
    setAddress: (url) => {
      address = url;
      if (url === null) connection.starting();
      else connection.reached();
    },
    close: () => {
      feed.stop();
      connection.stop();
      snapshot.wipe();
    },
  };
}

const serverKey = (choice: ServerChoice): string =>
  choice.kind === "remote" ? new URL(choice.url).origin : choice.kind;
