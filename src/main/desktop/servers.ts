import { answered, failed, type Answer } from "#contract/answer.ts";
import type { ServerChoice } from "#contract/desktop.ts";
import type { Fault } from "#contract/fault.ts";
import { join } from "node:path";
import { createEmbeddedServer, mailFolder, type EmbeddedServer } from "../embedded/embedded-server.ts";
import type { StartProgram } from "../embedded/process.ts";
import type { Programs } from "../embedded/programs.ts";
import { prepareSample, type SampleSignIn } from "../embedded/sample.ts";
import type { Logger } from "../logger.ts";
import type { ServerLink } from "./server-link.ts";

export interface ServersOptions {
  readonly link: (choice: ServerChoice) => ServerLink;
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
  embedded: EmbeddedServer | null;
}

const unavailable: Fault = { kind: "unavailable" };

export function createServers(options: ServersOptions): Servers {
  let opened: Opened | null = null;
  const folderOf = (choice: ServerChoice) => join(options.userData, choice.kind);
  const close = async () => {
    const closing = opened;
    opened = null;
    closing?.abort.abort();
    closing?.link.close();
    await closing?.embedded?.stop();
  };
  return {
    current: () => opened?.link ?? null,
    mailFolder: () =>
      opened === null || opened.link.choice.kind === "remote" ? null : mailFolder(folderOf(opened.link.choice)),
    close,
    open: async (choice) => {
      await close();
      const opening: Opened = { link: options.link(choice), abort: new AbortController(), embedded: null };
      opened = opening;
      const ready = await bringUp(options, opening, folderOf(choice));
      if (opened !== opening) return failed(unavailable);
      if (ready) return answered(opening.link);
      await close();
      return failed(unavailable);
    },
  };
}

async function bringUp(options: ServersOptions, opening: Opened, folder: string): Promise<boolean> {
  const { link, abort } = opening;
  if (link.choice.kind === "remote") {
    await resume(link);
    return true;
  }
  link.setAddress(null);
  const signIn = link.choice.kind === "sample" ? await sampleSignIn(options, folder, abort.signal) : undefined;
  if (signIn === null || abort.signal.aborted) return false;
  opening.embedded = createEmbeddedServer({
    start: options.startProgram,
    program: options.programs.server,
    folder,
    logger: options.logger,
    onAddress: (url) => link.setAddress(url),
  });
  const url = await opening.embedded.start();
  if (url === null) return false;
  link.setAddress(url);
  await resume(link);
  return signIn === undefined || (await enterSample(link, signIn));
}

async function sampleSignIn(
  options: ServersOptions,
  folder: string,
  signal: AbortSignal,
): Promise<SampleSignIn | null> {
  return await prepareSample(options.startProgram, options.programs.sample, folder, signal);
}

/** Takes up the sign-in of an earlier start, where there is one that the server still accepts. */
async function resume({ session, gateway }: ServerLink): Promise<void> {
  if (await session.restore()) await gateway.answer("me.get", {});
}

async function enterSample({ session, remote }: ServerLink, signIn: SampleSignIn): Promise<boolean> {
  if (session.account() !== null) return true;
  const answer = await remote.call("session.signIn", signIn);
  if (answer.ok) await session.signedIn(answer.value);
  return answer.ok;
}
