import { spawnSync } from "node:child_process";
import { findChromium } from "./chromium.mjs";
import { node24, toolEnvironment } from "./node24.mjs";
import { packageProgram } from "./packages.mjs";
import { run } from "./process.mjs";
import { say } from "./say.mjs";

const aptOptions = ["-o", "DPkg::Lock::Timeout=300", "-y", "--no-install-recommends"];

/** Makes sure that tests have a browser: an installed one, Debian's where we may install it, or Playwright's own. */
export async function ensureBrowser(logTo) {
  if (findChromium() !== undefined) return true;
  if (hasApt()) {
    say("Installing Chromium for the browser tests (once) …");
    await apt(logTo);
    if (findChromium() !== undefined) return true;
  }
  say("Fetching Playwright's own Chromium for the browser tests, where it is missing …");
  const fetched = await run(node24(), [packageProgram("@playwright/test", "playwright"), "install", "chromium"], {
    env: toolEnvironment(),
    stdio: logTo,
  });
  if (fetched.code === 0) return true;
  say(
    "The browser tests found no browser and could install none: install Chromium, Chrome or Edge and run them again.",
  );
  return false;
}

function hasApt() {
  return process.getuid?.() === 0 && spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
}

async function apt(logTo) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { code } = await run("apt-get", ["update"], { env, stdio: logTo });
  if (code === 0)
    await run("apt-get", ["install", ...aptOptions, "chromium", "fonts-liberation"], { env, stdio: logTo });
}
