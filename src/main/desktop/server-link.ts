import type { Connection, ServerChoice } from "#contract/desktop.ts";
import type { VersionGap } from "#contract/fault.ts";
import type { FeedEvent } from "#contract/feed.ts";
import { createConnection, type ConnectionState } from "../connection.ts";
import type { OpenLog } from "../exports/audit-exports.ts";
import { logOpener } from "../exports/open-log.ts";
import { createGateway, type Gateway } from "../gateway.ts";
import type { Logger } from "../logger.ts";
import { probeHealth } from "../remote/health.ts";
import { createGapWatch } from "../remote/gap.ts";
import { createRemote, type Remote } from "../remote/remote.ts";
import type { SecretStore } from "../session/secret-store.ts";
import { createFarewells } from "../session/farewells.ts";
import { createPendingSecondStep, type PendingSecondStep } from "../session/second-step.ts";
import { createSession, type Session } from "../session/session.ts";
import { createCustody } from "../snapshot/custody.ts";
import { createSnapshot } from "../snapshot/personal.ts";
import type { KeptWhere } from "../snapshot/worker/protocol.ts";
import { createFeed } from "../sync/feed.ts";
import type { SnapshotProgress } from "../sync/progress.ts";
import { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { WitnessStatus } from "#contract/entities/witness.ts";
import type { ExportFiles } from "../exports/export-files.ts";
import { createReviews, type Reviews } from "../reviews/reviews.ts";
import { createWitnessStore } from "../witness/store.ts";
import { createWitness, type Witness } from "../witness/witness.ts";
import type { OfflineChoice } from "#contract/entities/offline.ts";
import { createOfflineKeeping, type OfflineKeeping } from "../sync/keeping.ts";
import { createSync } from "../sync/sync.ts";

/** All that belongs to one chosen server: its client, the sign-in there, the live changes, what is kept of it. */
export interface ServerLink {
  readonly choice: ServerChoice;
  readonly remote: Remote;
  readonly session: Session;
  readonly secondStep: PendingSecondStep;
  readonly connection: ConnectionState;
  readonly gateway: Gateway;
  readonly witness: Witness;
  readonly reviews: Reviews;
  /**
   * Ends what is here of the person, also what they reviewed and did not send: they were told so. The server hears of
   * it in the background, unless it was `told` already.
   */
  signOut(accountId: string | null, told: boolean): Promise<void>;
  readonly openLog: OpenLog;
  readonly offline: OfflineKeeping;
  versionGap(): VersionGap | null;
  address(): string | null;
  /** Null: the server is away and will come back at another address. */
  setAddress(url: string | null): void;
  close(): Promise<void>;
}

export interface LinkOptions {
  readonly choice: ServerChoice;
  readonly secrets: SecretStore;
  readonly logger: Logger;
  readonly snapshotProgram: string;
  readonly snapshotFolder: string;
  readonly reviewFolder: string;
  readonly exportFiles: ExportFiles;
  readonly witnessFolder: string;
  readonly offlineChoice: (accountId: string | null) => OfflineChoice;
  readonly chooseOffline: (choice: OfflineChoice, accountId: string | null) => void;
  /** The organization that is kept first. */
  readonly firstOrganizationId: () => string | null;
  readonly userAgent: string;
  readonly onChange: () => void;
  /** Somebody signed in or out; what was begun for whoever was there ends. */
  readonly onPerson: () => void;
  readonly onConnection: (connection: Connection) => void;
  readonly onFeed: (event: FeedEvent) => void;
  readonly onWitness: (organizationId: string, status: WitnessStatus) => void;
  readonly onSnapshot: (progress: SnapshotProgress) => void;
  readonly onReviews: () => void;
}

export function linkServer(options: LinkOptions): ServerLink {
  const { choice, secrets, logger, userAgent, onChange, onConnection, onFeed } = options;
  let address = choice.kind === "remote" ? new URL(choice.url).origin : null;
  let followed: string | null = null;
  let away = false;
  const snapshot = createSnapshot({
    custody: createCustody(secrets, `snapshot:${serverKey(choice)}`, options.snapshotFolder),
    reviewCustody: (accountId) =>
      createCustody(secrets, `reviews:${serverKey(choice)}:${accountId}`, options.reviewFolder),
    program: options.snapshotProgram,
    logger,
    onRevival: (opened) => void revived(opened),
  });
  const connection = createConnection({
    probe: async () => address !== null && (await probeHealth(address)).healthy,
    onChange: (state) => {
      if (state === "online") feed.hurry();
      const heardAt = feed.heardAt();
      if (state === "offline" && !away && heardAt !== null) void sync.listenedUntil(heardAt);
      away = state === "offline";
      onConnection(state);
    },
  });
  const session = createSession({
    secrets,
    serverKey: serverKey(choice),
    onChange: async () => await personChanged(),
    logger,
  });
  const personId = () => session.account()?.id ?? null;
  const offlineChoice = () => options.offlineChoice(personId());
  const gap = createGapWatch({
    serverVersion: async () => (address === null ? null : (await probeHealth(address)).version),
    onChange,
  });
  const remote = createRemote({ baseUrl: () => address, tokens: session, userAgent, saw: (answer) => gap.saw(answer) });
  const farewells = createFarewells({ baseUrl: () => address, userAgent });
  const feed = createFeed({ remote, connection, onEvent: (event) => received(event) });
  const sync = createSync({
    ...options,
    remote,
    snapshot,
    choice: offlineChoice,
    onProgress: options.onSnapshot,
  });
  const witness = createWitness({
    remote,
    logger,
    store: createWitnessStore(secrets, serverKey(choice), options.witnessFolder),
    kept: async (organizationId, revision) => {
      const answer = await snapshot.answer("auditEvent.get", { organizationId, revision });
      return answer?.ok ? AuditEvent.parse(answer.value) : null;
    },
    online: () => connection.current() === "online",
    onStatus: options.onWitness,
  });
  const reviews = createReviews({
    remote,
    ask: snapshot.review,
    files: options.exportFiles,
    logger,
    online: () => connection.current() === "online",
    onOffline: () => connection.lost(),
    lost: async (organizationId) => await snapshot.forgetOrganization(organizationId),
    onChange: options.onReviews,
  });
  const follow = async (person: string | null) => {
    options.onPerson();
    if (person === null) {
      feed.stop();
      sync.stop();
      witness.stop();
      return await snapshot.erase();
    }
    const opened = snapshot.openFor(person);
    sync.start(opened);
    witness.start();
    feed.start();
    await opened;
  };
  const revived = async (opened: Promise<KeptWhere>) => {
    if (session.account() === null) return;
    sync.start(opened);
    await opened.catch(() => undefined);
    options.onReviews();
    await sync.chosen();
  };
  const personChanged = async () => {
    const person = personId();
    const following = person === followed ? null : follow((followed = person));
    onChange();
    await following;
  };
  const received = (event: FeedEvent) => {
    // A server that was updated opened the stream anew.
    if (event.type === "ready") void gap.look();
    sync.heard(event);
    witness.heard(event);
    reviews.heard(event);
    if (event.type === "signedOut") void session.end();
    onFeed(event);
  };
  return {
    choice,
    remote,
    session,
    secondStep: createPendingSecondStep(onChange),
    connection,
    witness,
    reviews,
    signOut: async (accountId, told) => {
      const farewell = { access: session.access(), refresh: session.refresh() };
      try {
        await session.forget();
        if (accountId !== null) await snapshot.eraseReviews(accountId);
      } finally {
        if (!told && farewell.refresh !== null) farewells.say(farewell);
      }
    },
    offline: createOfflineKeeping({
      snapshot,
      sync,
      choice: offlineChoice,
      choose: (chosen) => options.chooseOffline(chosen, personId()),
      person: personId,
    }),
    openLog: logOpener({ remote, snapshot, connection }),
    gateway: createGateway({ remote, snapshot, connection, session, sync }),
    versionGap: () => gap.current(),
    address: () => address,
    setAddress: (url) => {
      address = url;
      if (url === null) connection.starting();
      else connection.reached();
    },
    close: async () => {
      options.onPerson();
      const heardAt = feed.heardAt();
      if (heardAt !== null && connection.current() === "online") await sync.listenedUntil(heardAt);
      feed.stop();
      sync.stop();
      witness.stop();
      connection.stop();
      await Promise.all([snapshot.close(), farewells.close()]);
    },
  };
}

const serverKey = (choice: ServerChoice): string =>
  choice.kind === "remote" ? new URL(choice.url).origin : choice.kind;
