import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const programs: Readonly<Record<string, readonly string[]>> = {
  linux: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
  ],
};

export interface AppWindow {
  readonly closed: Promise<void>;
  /** Asks it to close, and closes it when it does not. */
  close(): Promise<void>;
}

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
}

/** The installed browser that can show an application window here, or null: none, no display, or no sandbox (root). */
export function findBrowser({ platform, env, isRoot }: Surroundings): string | null {
  if (platform === "linux" && !env["DISPLAY"] && !env["WAYLAND_DISPLAY"]) return null;
  if (platform === "linux" && isRoot) return null;
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = (programs[platform] ?? []).flatMap((program) =>
    program.includes("/") || program.includes("\\") ? [program] : folders.map((folder) => join(folder, program)),
  );
  return candidates.find((path) => isExecutable(path)) ?? null;
}

/** A window shows one site as long as it lives: a process kept ready for another would start beside its first screen. */
export const unusedFeatures = ["SpareRendererForSitePerProcess"];

const patienceMs = 5_000;

/** Opens the address in a window of its own, with a profile of its own. */
export function openAppWindow(browser: string, url: string, profile: string): AppWindow {
  const child = spawn(
    browser,
    [
      `--app=${url}`,
      `--user-data-dir=${profile}`,
      "--no-first-run",
      "--no-default-browser-check",
      "--disable-sync",
      `--disable-features=${unusedFeatures.join(",")}`,
    ],
    { stdio: "ignore" },
  );
  const closed = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const close = async () => {
    const impatient = setTimeout(() => child.kill("SIGKILL"), patienceMs);
    child.kill("SIGTERM");
    await closed;
    clearTimeout(impatient);
  };
  return { closed, close };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
