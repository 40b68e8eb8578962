import { test as base, _electron, type Browser, type Page } from "@playwright/test";
import path from "node:path";
import { steadyPort } from "#test/support/steadyPort.ts";
import { electronExecutable, electronUnavailable } from "../../../scripts/support/electron.mjs";
import { signUpByKeys } from "./keys.ts";
import { mailboxIn, type Mailbox } from "./mailbox.ts";
import { startProgram, temporaryFolder } from "./programs.ts";
import { character, type Character } from "./steps.ts";

const root = path.resolve(import.meta.dirname, "../../..");

export interface RunningServer {
  readonly url: string;
  readonly mail: Mailbox;
}

/** A server that a journey may stop and start again; it keeps its address and its data. */
export interface OwnServer extends RunningServer {
  /** Its data folder. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

/** A desktop of one person, with windows of its own. */
export interface Desktop {
  readonly page: Page;
}

interface WorkerFixtures {
  readonly server: RunningServer;
}

interface TestFixtures {
  /** Opens another desktop on the test's server; `null` opens one that has not chosen a server yet. */
  readonly openDesktop: (server?: RunningServer | null) => Promise<Desktop>;
  readonly ownServer: OwnServer;
  /** Somebody new, signed up without a mouse on a desktop of their own. */
  readonly enter: (name: string) => Promise<Desktop & { readonly person: Character }>;
}

type Cleanup = () => Promise<void>;

async function openBrowserShell(browser: Browser, server: RunningServer | null, cleanups: Cleanup[]): Promise<Desktop> {
  const { folder, remove } = await temporaryFolder();
  cleanups.push(remove);
  const choice = server === null ? [] : ["--server", server.url];
  const shell = await startProgram("browser", ["--json", "--data-dir", folder, ...choice]);
  cleanups.push(shell.stop);
  const context = await browser.newContext();
  cleanups.push(async () => context.close());
  const page = await context.newPage();
  await page.goto(shell.url);
  return { page };
}

async function openElectron(server: RunningServer | null, cleanups: Cleanup[]): Promise<Desktop> {
  const { folder, remove } = await temporaryFolder();
  cleanups.push(remove);
  const app = await _electron.launch({
    executablePath: electronExecutable() ?? "",
    args: [root, `--user-data-dir=${folder}`],
    // Not an argument: a deep link must not be able to choose the server.
    env: { ...inherited(), ...(server === null ? {} : { ORGDESK_SERVER: server.url }) },
  });
  cleanups.push(async () => app.close());
  return { page: await app.firstWindow() };
}

const inherited = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** Starts a server whose address stays the same when it is started again. */
async function startOwnServer(folder: string): Promise<OwnServer> {
  const mail = path.join(folder, "mail");
  const start = (port: string) =>
    startProgram("server", ["--port", port, "--data-dir", folder, "--mail", `file:${mail}`, "--log-level", "warn"]);
  let running = await start(String(await steadyPort()));
  const { url } = running;
  return {
    url,
    folder,
    mail: mailboxIn(mail),
    stop: async () => running.stop(),
    start: async () => void (running = await start(new URL(url).port)),
  };
}

/** The journeys' own `test`: a real server, real mail, and as many desktops as a journey has people. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const { folder, remove } = await temporaryFolder();
      const server = await startOwnServer(folder);
      await use(server);
      await server.stop();
      await remove();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  ownServer: async ({}, use) => {
    const { folder, remove } = await temporaryFolder();
    const server = await startOwnServer(folder);
    await use(server);
    await server.stop();
    await remove();
  },
  openDesktop: async ({ browser, server }, use, testInfo) => {
    const electron = testInfo.project.name === "electron";
    const why = electron ? electronUnavailable() : undefined;
    testInfo.skip(why !== undefined, why ?? "");
    const cleanups: Cleanup[] = [];
    await use(async (wanted = server) =>
      electron ? openElectron(wanted, cleanups) : openBrowserShell(browser, wanted, cleanups),
    );
    for (const cleanup of cleanups.reverse()) await cleanup();
  },
  enter: async ({ server, openDesktop }, use) => {
    await use(async (name) => {
      const { page } = await openDesktop();
      const person = character(name);
      await signUpByKeys(page, server, person);
      return { page, person };
    });
  },
});

export { expect } from "@playwright/test";
