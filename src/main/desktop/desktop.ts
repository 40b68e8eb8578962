import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { DesktopEvent, DesktopState, ServerChoice } from "#contract/desktop.ts";
import { createBridge, type AnswerCall } from "../bridge/bridge.ts";
import { auditExportHandlers } from "../bridge/calls/audit-export.ts";
import { desktopHandlers } from "../bridge/calls/desktop.ts";
import { invitationHandlers } from "../bridge/calls/invitation.ts";
import { localMailHandlers } from "../bridge/calls/local-mail.ts";
import { reviewHandlers } from "../bridge/calls/reviews.ts";
import { offlineHandlers } from "../bridge/calls/offline.ts";
import { passphraseHandlers } from "../bridge/calls/passphrase.ts";
import { serverHandlers } from "../bridge/calls/server.ts";
import { sessionHandlers } from "../bridge/calls/session.ts";
import { witnessHandlers } from "../bridge/calls/witness.ts";
import { callTable } from "../bridge/table.ts";
import type { StartProgram } from "../embedded/process.ts";
import type { Programs } from "../embedded/programs.ts";
import { createAuditExports } from "../exports/audit-exports.ts";
import type { ExportFiles } from "../exports/export-files.ts";
import type { Logger } from "../logger.ts";
import { offlineChoiceOf, type SettingsStore } from "../preferences/settings.ts";
import { createOpenedInvitation } from "../session/opened-invitation.ts";
import type { SecretStore } from "../session/secret-store.ts";
import { createEvents } from "./events.ts";
import { linkServer } from "./server-link.ts";
import { createServers } from "./servers.ts";
import { stateOf } from "./state.ts";
import { userAgentOf } from "./user-agent.ts";

export interface DesktopOptions {
  readonly shell: DesktopState["shell"];
  readonly version: string;
  readonly settings: SettingsStore;
  readonly secrets: SecretStore;
  readonly logger: Logger;
  /** Folder of this person on this machine: databases, mails and logs of servers on this computer. */
  readonly userData: string;
  readonly programs: Pick<Programs, "server" | "sample">;
  /** The program of the thread that keeps the snapshot. */
  readonly snapshotProgram: string;
  readonly startProgram: StartProgram;
  readonly exportFiles: ExportFiles;
}

/** The desktop without a shell: what every window asks and is told, whatever draws the window. */
export interface Desktop {
  readonly answer: AnswerCall;
  subscribe(listener: (event: DesktopEvent) => void): () => void;
  emit(event: DesktopEvent): void;
  state(): DesktopState;
  /** Where the server in use answers right now. */
  address(): string | null;
  /** Opens the server chosen earlier, or the one given for this run. */
  start(preselected?: ServerChoice): Promise<void>;
  /** Opens an invitation link that came from outside the window, as soon as there is a server to ask about it. */
  openInvitation(link: string): Promise<void>;
  stop(): Promise<void>;
}

/** What is kept of servers, each file under a key that the secrets hold. */
const keptFolders = ["snapshots", "reviews"];

export function createDesktop(options: DesktopOptions): Desktop {
  const { settings, secrets, logger } = options;
  const events = createEvents();
  const emit = (event: DesktopEvent) => events.emit(event);
  const tellState = () => emit({ type: "state", state: state() });
  const invitation = createOpenedInvitation(tellState);
  const servers = createServers({
    ...options,
    onReady: () => void openWaitingLink(),
    link: (choice) =>
      linkServer({
        choice,
        secrets,
        logger,
        snapshotProgram: options.snapshotProgram,
        snapshotFolder: join(options.userData, "snapshots"),
        reviewFolder: join(options.userData, "reviews"),
        exportFiles: options.exportFiles,
        witnessFolder: join(options.userData, "witness"),
        offlineChoice: (accountId) => offlineChoiceOf(settings.read(), accountId),
        chooseOffline: (offline, offlineOf) => void settings.write({ offline, offlineOf }),
        firstOrganizationId: () => settings.read().preferences.lastOrganizationId,
        userAgent: userAgentOf(options),
        onChange: tellState,
        onPerson: () => exports.cancelAll(),
        onConnection: tellState,
        onFeed: (event) => emit({ type: "feed", event }),
        onWitness: (organizationId, status) => emit({ type: "witness", organizationId, status }),
        onReviews: () => emit({ type: "reviews" }),
        onSnapshot: (progress) => emit({ type: "snapshot", ...progress }),
      }),
  });
  const eraseFiles = async () => {
    for (const name of keptFolders) await rm(join(options.userData, name), { recursive: true, force: true });
  };
  const link = () => servers.current();
  let waitingLink: string | null = null;
  const openWaitingLink = async () => {
    const remote = link()?.remote;
    if (waitingLink === null || remote === undefined || link()?.address() === null) return;
    const opening = waitingLink;
    waitingLink = null;
    await invitation.open(remote, opening);
  };
  const state = () => stateOf(options, settings.read(), link(), invitation.shown());
  const exports = createAuditExports({ files: options.exportFiles, emit, logger });
  const table = callTable(
    {
      ...desktopHandlers({ state, settings, tellState }),
      ...serverHandlers({ state, settings, servers, invitation, tellState }),
      ...sessionHandlers({ state, link, invitation, emit }),
      ...invitationHandlers({ state, link, invitation }),
      ...auditExportHandlers({ link, exports }),
      ...witnessHandlers(link),
      ...reviewHandlers(link, () => emit({ type: "reviews" })),
      ...offlineHandlers(link),
      ...passphraseHandlers({ state, tellState, link, secrets, start: async () => await start(), eraseFiles }),
      ...localMailHandlers(() => servers.mailFolder()),
    },
    {
      answer: async (name, input, given) =>
        (await link()?.gateway.answer(name, input, given)) ?? { ok: false, fault: { kind: "unavailable" } },
    },
  );
  let preselected: ServerChoice | undefined;
  const start = async () => {
    const choice = preselected ?? settings.read().server;
    if (choice === null) return;
    const opened = await servers.open(choice);
    if (!opened.ok) logger.warn("The chosen server could not be opened", { kind: choice.kind });
    tellState();
  };
  const answer = createBridge(table, logger);
  return {
    answer,
    subscribe: (listener) => events.subscribe(listener),
    emit,
    state,
    address: () => link()?.address() ?? null,
    start: async (given) => {
      preselected = given;
      // The sign-in waits for its passphrase as well.
      if (secrets.protection?.lock() !== "locked") await start();
    },
    openInvitation: async (given) => {
      waitingLink = given;
      await openWaitingLink();
    },
    stop: async () => {
      exports.cancelAll();
      await servers.close();
    },
  };
}
