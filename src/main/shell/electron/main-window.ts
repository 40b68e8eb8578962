import { BrowserWindow, screen } from "electron";
import { join } from "node:path";
import type { SettingsStore } from "../../preferences/settings.ts";
import { pageUrl } from "./own-page.ts";
import { boundsOf, smallest } from "./window-place.ts";

/** Opens a window of the application, where the last one was. */
export function openWindow(settings: SettingsStore, preloadFolder: string): BrowserWindow {
  const place = settings.read().window;
  const window = new BrowserWindow({
    ...boundsOf(
      place,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: "Orgdesk",
    webPreferences: {
      preload: join(preloadFolder, "index.cjs"),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (place?.maximized === true) window.maximize();
  window.once("ready-to-show", () => window.show());
  window.on("close", () => {
    settings.write({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
  });
  void window.loadURL(pageUrl);
  return window;
}
