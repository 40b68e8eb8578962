import type { ServerChoice } from "#contract/desktop.ts";
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  protocol,
  safeStorage,
  session,
  utilityProcess,
} from "electron";
import log from "electron-log/main.js";
import Store from "electron-store";
import { join } from "node:path";
import { claimFolder } from "../../desktop/claim.ts";
import { createDesktop, type Desktop } from "../../desktop/desktop.ts";
import { makeDataFolder } from "../../embedded/data-folder.ts";
import { findPrograms } from "../../embedded/programs.ts";
import { checkServerUrl } from "../../remote/server-url.ts";
import { createSettings } from "../../preferences/settings.ts";
import { version } from "../version.ts";
import { deepLinkIn, parseDeepLink, type DeepLink } from "./deep-link.ts";
import { exportFolder } from "./export-folder.ts";
import { hardenContents, hardenSession } from "./hardening.ts";
import { noticeOf } from "./invitation-notice.ts";
import { serveBridge } from "./ipc.ts";
import { keychainSecrets } from "./keychain.ts";
import { openWindow } from "./main-window.ts";
import { menuTemplate } from "./menu-template.ts";
import { pageScheme } from "./own-page.ts";
import { answerPage } from "./page-protocol.ts";
import { utilityPrograms } from "./utility-programs.ts";

/** Runs Orgdesk in Electron, once per person; `here` is the folder of the running program. */
export function runApplication(here: string): void {
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.enableSandbox();
  app.setAsDefaultProtocolClient("orgdesk");
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  app.on("web-contents-created", (_, contents) => hardenContents(contents));
  const waiting: DeepLink[] = [];
  let follow = (link: DeepLink | null) => void (link === null || waiting.push(link));
  app.on("open-url", (event, link) => {
    event.preventDefault();
    follow(parseDeepLink(link));
  });
  app.on("second-instance", (_, args) => {
    focusWindow();
    follow(deepLinkIn(args));
  });
  follow(deepLinkIn(process.argv));
  void app.whenReady().then(async () => {
    const userData = app.getPath("userData");
    await makeDataFolder(userData);
    const claim = claimFolder(userData, log);
    if (claim === null) {
      dialog.showErrorBox("Orgdesk is open already", inUse(userData));
      return app.quit();
    }
    app.once("will-quit", () => claim.release());
    const desktop = await open(here, userData);
    follow = (link) => void (link === null || followLink(desktop, link));
    for (const link of waiting) follow(link);
  });
}

/** Of Electron's there is one already; the browser shell has the same folder on some systems. */
const inUse = (folder: string): string =>
  `Another Orgdesk, such as one in a browser window, keeps its data in ${folder}. Close it and open Orgdesk again.`;

async function open(here: string, userData: string): Promise<Desktop> {
  const programs = findPrograms(here);
  const settings = createSettings(new Store({ name: "settings", clearInvalidConfig: true }));
  const desktop = createDesktop({
    shell: "electron",
    version,
    settings,
    secrets: await keychainSecrets(safeStorage, join(userData, "secrets.json"), process.platform),
    logger: log,
    userData,
    programs,
    snapshotProgram: programs.snapshot,
    startProgram: utilityPrograms(
      (program, args, options) => utilityProcess.fork(program, args, options),
      (pid) => process.kill(pid, "SIGKILL"),
    ),
    exportFiles: exportFolder(app.getPath("downloads")),
  });
  hardenSession(session.defaultSession);
  protocol.handle(pageScheme, async (request) => await answerPage(request, programs.renderer));
  serveBridge(ipcMain, desktop, () => BrowserWindow.getAllWindows());
  const show = () => openWindow(settings, programs.preload);
  const run = (command: Parameters<Parameters<typeof menuTemplate>[1]["run"]>[0]) =>
    desktop.emit({ type: "menu", command });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, { run, openWindow: show })));
  announceInvitations(desktop);
  stopWith(desktop);
  app.on("activate", () => void (BrowserWindow.getAllWindows().length > 0 || show()));
  const window = show();
  await Promise.all([
    desktop.start(serverOfThisRun(process.env)),
    new Promise<void>((resolve) => window.webContents.once("did-finish-load", () => resolve())),
  ]);
  return desktop;
}

/** A server to use in this run only. Not an argument: links that start us could smuggle those in. */
function serverOfThisRun(env: NodeJS.ProcessEnv): ServerChoice | undefined {
  const given = env["ORGDESK_SERVER"];
  const checked = given === undefined ? undefined : checkServerUrl(given);
  return checked?.ok === true ? { kind: "remote", url: checked.value } : undefined;
}

function followLink(desktop: Desktop, link: DeepLink): void {
  if (link.kind === "invitation") void desktop.openInvitation(link.link);
  else desktop.emit({ type: "navigate", organizationId: link.organizationId });
}

function announceInvitations(desktop: Desktop): void {
  desktop.subscribe((event) => {
    const notice = noticeOf(event);
    if (notice === null || !Notification.isSupported()) return;
    new Notification(notice).on("click", focusWindow).show();
  });
}

// Quitting waits until the server on this computer has stopped.
function stopWith(desktop: Desktop): void {
  let stopped = false;
  app.on("window-all-closed", () => void (process.platform === "darwin" || app.quit()));
  app.on("before-quit", (event) => {
    if (stopped) return;
    event.preventDefault();
    void desktop.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}

function focusWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window?.isMinimized() === true) window.restore();
  window?.focus();
}
