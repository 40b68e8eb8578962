import Conf from "conf";
import { join, resolve } from "node:path";
import { pino } from "pino";
import { claimFolder } from "../../desktop/claim.ts";
import { createDesktop } from "../../desktop/desktop.ts";
import { makeDataFolder } from "../../embedded/data-folder.ts";
import { nodePrograms } from "../../embedded/process.ts";
import { findPrograms } from "../../embedded/programs.ts";
import type { Logger } from "../../logger.ts";
import { createSettings } from "../../preferences/settings.ts";
import { passphraseSecrets } from "../../session/passphrase.ts";
import { version } from "../version.ts";
import { findBrowser, openAppWindow } from "./app-window.ts";
import { createDownloads } from "./downloads.ts";
import { browserShellOptions, type BrowserShellOptions } from "./options.ts";
import { openSite } from "./site.ts";
import { forgetTraces, prepareProfile } from "./profile.ts";
import { atUsualPort } from "./usual-port.ts";
import { userDataFolder } from "./user-data.ts";

const options = browserShellOptions(process.argv.slice(2));
if (typeof options === "string") {
  process.stderr.write(`${options}\n`);
  process.exitCode = 2;
} else {
  await run(options).catch((error: unknown) => {
    if (!isPortTaken(error)) throw error;
    process.stderr.write(`Port ${options.port} is in use: choose another with --port.\n`);
    process.exitCode = 2;
  });
}

async function run(given: BrowserShellOptions): Promise<void> {
  const userData = resolve(given.dataDir ?? userDataFolder(process.platform, process.env));
  await makeDataFolder(userData);
  const logger = createLogger();
  const claim = claimFolder(userData, logger);
  if (claim === null) {
    process.stderr.write(
      `Orgdesk is open already with the data in ${userData}: go to its window, or choose another folder with --data-dir.\n`,
    );
    process.exitCode = 2;
    return;
  }
  try {
    await runAlone(given, userData, logger);
  } finally {
    claim.release();
  }
}

async function runAlone(given: BrowserShellOptions, userData: string, logger: Logger): Promise<void> {
  const programs = findPrograms(import.meta.dirname);
  const downloads = createDownloads(join(userData, "downloads"));
  await downloads.sweep();
  const settings = createSettings(new Conf({ cwd: userData, configName: "settings", configFileMode: 0o600 }));
  const desktop = createDesktop({
    shell: "browser",
    version,
    settings,
    // No keychain is in reach here: without a passphrase the sign-in lasts as long as the shell.
    secrets: await passphraseSecrets(join(userData, "secrets.json")),
    logger,
    userData,
    programs,
    snapshotProgram: programs.snapshot,
    startProgram: nodePrograms(programs.leash),
    exportFiles: downloads,
  });
  const parts = {
    desktop,
    downloads,
    rendererFolder: programs.renderer,
    bridgeScript: join(programs.preload, "browser.cjs"),
    logger,
  };
  const site = await atUsualPort(given.port, settings, async (ports) => await openSite({ ...parts, ...ports }));
  const started = desktop.start(given.server === null ? undefined : { kind: "remote", url: given.server });
  const profile = join(userData, "browser-profile");
  const window = await showAddress(given, site.launchUrl(), profile);
  await Promise.race([stopSignal(), ...(window === null ? [] : [window.closed])]);
  await Promise.all([window?.close(), site.close(), desktop.stop()]);
  await started;
  if (window !== null) await forgetTraces(profile);
  await downloads.clear();
}

async function showAddress({ open, json }: BrowserShellOptions, url: string, profile: string) {
  const isRoot = process.getuid?.() === 0;
  const browser = open ? findBrowser({ platform: process.platform, env: process.env, isRoot }) : null;
  if (browser !== null) {
    await prepareProfile(profile);
    return openAppWindow(browser, url, profile);
  }
  process.stdout.write(
    json ? `${JSON.stringify({ url })}\n` : `Open this address in Chromium, Chrome or Edge: ${url}\n`,
  );
  return null;
}

async function stopSignal(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
}

function createLogger(): Logger {
  const log = pino({ level: process.env["ORGDESK_LOG"] ?? "warn" }, pino.destination({ dest: 2, sync: true }));
  return {
    info: (message, fields = {}) => log.info(fields, message),
    warn: (message, fields = {}) => log.warn(fields, message),
    error: (message, fields = {}) => log.error(fields, message),
  };
}

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EADDRINUSE";
