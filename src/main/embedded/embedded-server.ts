import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { delayBefore, waited, type Delays } from "../back-off.ts";
import { describeError, type Logger } from "../logger.ts";
import { makeDataFolder } from "./data-folder.ts";
import { readyUrl } from "./output.ts";
import type { ChildProgram, StartProgram } from "./process.ts";

export interface EmbeddedServerOptions {
  readonly start: StartProgram;
  readonly program: string;
  /** Its own folder: database, mail and the server's log. */
  readonly folder: string;
  readonly logger: Logger;
  /** The server went away (null) or came back, at another address. */
  readonly onAddress: (url: string | null) => void;
  readonly delays?: Delays;
}

/** The server on this computer, as a child of the desktop: started, kept running, and stopped with it. */
export interface EmbeddedServer {
  /** Its address, or null when it could not be started. */
  start(): Promise<string | null>;
  stop(): Promise<void>;
}

const defaultDelays: Delays = { firstMs: 500, mostMs: 15_000 };
const patienceMs = 10_000;

export const mailFolder = (folder: string): string => join(folder, "mail");

export function createEmbeddedServer(options: EmbeddedServerOptions): EmbeddedServer {
  const { onAddress, logger, delays = defaultDelays } = options;
  const stopping = new AbortController();
  let child: ChildProgram | null = null;
  const launch = async (): Promise<{ url: string | null; ended: Promise<unknown> }> => {
    const launched = await startServer(options);
    child = launched;
    if (stopping.signal.aborted) launched.signal("terminate");
    return { url: await readyUrl(launched.stdout), ended: launched.ended };
  };
  const restartAfter = async (ended: Promise<unknown>, attempt: number): Promise<void> => {
    await ended;
    if (stopping.signal.aborted) return;
    logger.warn("The server on this computer ended; starting it again", { attempt });
    onAddress(null);
    if (!(await waited(delayBefore(attempt, delays), stopping.signal))) return;
    const again = await launch();
    if (again.url !== null) onAddress(again.url);
    await restartAfter(again.ended, again.url === null ? attempt + 1 : 1);
  };
  return {
    start: async () => {
      const { url, ended } = await launch();
      if (url !== null) {
        void restartAfter(ended, 1).catch((error: unknown) =>
          logger.error("The server on this computer could not be started again", describeError(error)),
        );
      }
      return url;
    },
    stop: async () => {
      stopping.abort();
      if (child !== null) await endChild(child);
    },
  };
}

async function startServer({ start, program, folder, logger }: EmbeddedServerOptions): Promise<ChildProgram> {
  await makeDataFolder(mailFolder(folder));
  const child = start(program, ["--port", "0", "--data-dir", folder, "--mail", `file:${mailFolder(folder)}`]);
  const log = createWriteStream(join(folder, "server.log"), { flags: "a", mode: 0o600 });
  child.stderr.pipe(log);
  log.on("error", (error) => {
    logger.warn("The log of the server on this computer cannot be written", describeError(error));
    // A server that nobody listens to would wait for ever with its next line.
    child.stderr.resume();
  });
  return child;
}

/** Asks a program to end, and ends it when it does not. */
export async function endChild(child: ChildProgram, patience = patienceMs): Promise<void> {
  child.signal("terminate");
  const impatient = setTimeout(() => child.signal("kill"), patience);
  await child.ended;
  clearTimeout(impatient);
}
