import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { node24 } from "./node24.mjs";
import { inRoot } from "./paths.mjs";
import { run } from "./process.mjs";
import { say } from "./say.mjs";
import { systemProblem } from "./shell.mjs";

const failure = inRoot("node_modules/.orgdesk-electron-failed");
const notDownloaded =
  "Electron's binary could not be downloaded (the next try is tomorrow, or at once with: npx install-electron)";
const dayMs = 86_400_000;
const patienceMs = 20_000;

/** Electron's executable, or undefined where its binary has not been fetched. */
export function electronExecutable() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? inRoot("node_modules/electron/dist");
  const pointer = inRoot("node_modules/electron/path.txt");
  const name = existsSync(pointer) ? readFileSync(pointer, "utf8") : "electron";
  const executable = join(folder, name);
  return existsSync(executable) ? executable : undefined;
}

/** Why a test cannot run in Electron here, or undefined where it can. */
export function electronUnavailable() {
  const isRoot = process.getuid?.() === 0;
  const problem = systemProblem(process.platform, isRoot, process.env);
  if (problem !== undefined) return problem;
  return electronExecutable() === undefined ? "Electron's binary is not installed" : missingLibraries();
}

/** Fetches Electron's binary where it is missing; answers why it cannot be used, or undefined where it can. */
export async function electronProblem() {
  if (electronExecutable() === undefined && !failedToday()) await fetchElectron();
  return electronExecutable() === undefined ? notDownloaded : missingLibraries();
}

function failedToday() {
  const stats = statSync(failure, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs < dayMs;
}

// Electron comes from its own download server, not from npm, and that server cannot be reached everywhere.
async function fetchElectron() {
  say("Downloading Electron (about 120 MB, once) …");
  const folder = mkdtempSync(join(tmpdir(), "orgdesk-electron-"));
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };
  const abort = new AbortController();
  const watch = watchProgress(folder, () => abort.abort());
  try {
    const installer = inRoot("node_modules/electron/install.js");
    const { code, stoppedBy } = await run(node24(), [installer], { env, stdio: "ignore", abort: abort.signal });
    if (stoppedBy !== undefined) process.exit(code || 130);
    if (code === 0) rmSync(failure, { force: true });
    else writeFileSync(failure, "");
  } finally {
    clearInterval(watch);
    rmSync(folder, { recursive: true, force: true });
  }
}

// A slow download is let through; one that brings nothing for a while is given up.
function watchProgress(folder, giveUp) {
  let size = -1;
  let since = Date.now();
  return setInterval(() => {
    const now = sizeOf(folder);
    if (now !== size) [size, since] = [now, Date.now()];
    else if (Date.now() - since > patienceMs) giveUp();
  }, 500);
}

function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  return files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
}

function missingLibraries() {
  if (process.platform !== "linux") return undefined;
  const listing = spawnSync("ldd", [electronExecutable()], { encoding: "utf8" }).stdout ?? "";
  const missing = [...listing.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library);
  return missing.length === 0 ? undefined : `this system lacks libraries that Electron needs (${missing.join(", ")})`;
}
