import { answered, failed, type Answer } from "#contract/answer.ts";
import type { ServerChoice } from "#contract/desktop.ts";
import type { Fault } from "#contract/fault.ts";
import { join } from "node:path";
import { createEmbeddedServer, mailFolder, type EmbeddedServer } from "../embedded/embedded-server.ts";
import type { StartProgram } from "../embedded/process.ts";
import type { Programs } from "../embedded/programs.ts";
import { prepareSample, type Sample } from "../embedded/sample.ts";
import type { Logger } from "../logger.ts";
import type { ServerLink } from "./server-link.ts";

export interface ServersOptions {
  readonly link: (choice: ServerChoice) => ServerLink;
  /** A server can be used from now on. */
  readonly onReady: (link: ServerLink) => void;
  readonly userData: string;
  readonly programs: Pick<Programs, "server" | "sample">;
  readonly startProgram: StartProgram;
  readonly logger: Logger;
}

/** The server that this desktop uses, one at a time, and the child that runs it where it is on this computer. */
export interface Servers {
  current(): ServerLink | null;
  open(choice: ServerChoice): Promise<Answer<ServerLink>>;
  close(): Promise<void>;
  /** Where the server on this computer leaves its mails; null for a server elsewhere. */
  mailFolder(): string | null;
}

interface Opened {
  readonly link: ServerLink;
  readonly abort: AbortController;
  /** The server that runs as our child, and its folder. */
  embedded: { readonly server: EmbeddedServer; readonly folder: string } | null;
}

const unavailable: Fault = { kind: "unavailable" };

export function createServers(options: ServersOptions): Servers {
  let opened: Opened | null = null;
  const close = async () => {
    const closing = opened;
    opened = null;
    closing?.abort.abort();
    await closing?.link.close();
    await closing?.embedded?.server.stop();
  };
  return {
    current: () => opened?.link ?? null,
    mailFolder: () => (opened?.embedded ? mailFolder(opened.embedded.folder) : null),
    close,
    open: async (choice) => {
      await close();
      const opening: Opened = { link: options.link(choice), abort: new AbortController(), embedded: null };
      opened = opening;
      const ready = await bringUp(options, opening);
      if (opened !== opening) return failed(unavailable);
      if (ready) {
        options.onReady(opening.link);
        return answered(opening.link);
      }
      await close();
      return failed(unavailable);
    },
  };
}

async function bringUp(options: ServersOptions, opening: Opened): Promise<boolean> {
  const { link } = opening;
  const { kind } = link.choice;
  if (kind !== "remote") link.setAddress(null);
  // Before the server is there: what is kept of this person can be shown already.
  await link.session.restore();
  if (kind === "remote") {
    await resume(link);
    return true;
  }
  const home = join(options.userData, kind);
  if (kind === "local") return await runServer(options, opening, home);
  const sample = await prepareSample(options.startProgram, options.programs.sample, home, opening.abort.signal);
  if (sample === null || !(await runServer(options, opening, sample.folder))) return false;
  return await enterSample(link, sample);
}

async function runServer(options: ServersOptions, opening: Opened, folder: string): Promise<boolean> {
  const { link, abort } = opening;
  if (abort.signal.aborted) return false;
  const server = createEmbeddedServer({
    start: options.startProgram,
    program: options.programs.server,
    folder,
    logger: options.logger,
    onAddress: (url) => link.setAddress(url),
  });
  opening.embedded = { server, folder };
  const url = await server.start();
  if (url === null) return false;
  link.setAddress(url);
  await resume(link);
  return true;
}

/** Whether the server still accepts the sign-in of an earlier start, where there is one. */
async function resume({ session, gateway }: ServerLink): Promise<void> {
  if (session.account() !== null) await gateway.answer("me.get", {});
}

async function enterSample({ session, secondStep, remote }: ServerLink, { signIn }: Sample): Promise<boolean> {
  if (session.account() !== null) return true;
  const answer = await remote.call("session.signIn", signIn);
  if (!answer.ok) return false;
  const { value } = answer;
  // Somebody who tries the sample out may have turned the second step on.
  if ("challenge" in value) secondStep.begin(value);
  else await session.signedIn(value);
  return true;
}
