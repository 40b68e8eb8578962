import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const commands = [
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "microsoft-edge-stable",
  "microsoft-edge",
  "chromium-browser",
];

const macApplications = ["Google Chrome", "Chromium", "Microsoft Edge"];

const windowsPrograms = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];

/** The executable of an installed Chromium, Chrome or Edge, or undefined. `ORGDESK_CHROMIUM` names one outright. */
export function findChromium(platform = process.platform, env = process.env, exists = existsSync) {
  return candidates(platform, env).find((path) => exists(path));
}

function candidates(platform, env) {
  const chosen = env.ORGDESK_CHROMIUM ? [env.ORGDESK_CHROMIUM] : [];
  return [...chosen, ...installedPlaces(platform, env)];
}

function installedPlaces(platform, env) {
  if (platform === "win32") {
    const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(Boolean);
    return windowsPrograms.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  const inApplications = macApplications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  return platform === "darwin" ? [...inApplications, ...onPath] : onPath;
}

/** Arguments that keep a test's browser quiet and, as root, let it start at all. */
export function chromiumArguments(isRoot = process.getuid?.() === 0) {
  return [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    ...(isRoot ? ["--no-sandbox"] : []),
  ];
}
