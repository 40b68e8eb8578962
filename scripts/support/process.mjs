import { spawn } from "node:child_process";
import { constants } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./paths.mjs";

// A child leads its own process group: Ctrl C in a terminal then reaches only us, so that the child gets the
// signal once and stops its own children in its own order, and whatever outlives it can be found and ended.
const grouped = process.platform !== "win32";
const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"];
const secondsToStop = 15;
const repeatedWithinMs = 1000;

/**
 * Runs a program to its end and answers its exit code (128 + the signal's number when one ended it).
 * A stop signal to us is passed on once; a second one after a moment, 15 s without an end, or `abort` kill the tree.
 */
export async function run(command, args, { env = process.env, cwd = root, stdio = "inherit", abort } = {}) {
  const child = spawn(command, args, { cwd, env, stdio, detached: grouped, windowsHide: true });
  const kill = () => signalTree(child, "SIGKILL");
  abort?.addEventListener("abort", kill, { once: true });
  let deadline;
  let stoppedBy;
  let stoppedAt = 0;
  const stop = (signal) => {
    if (stoppedBy !== undefined) {
      // npm and the terminal both deliver one Ctrl C.
      if (Date.now() - stoppedAt > repeatedWithinMs) kill();
      return;
    }
    stoppedBy = signal;
    stoppedAt = Date.now();
    deadline = setTimeout(kill, secondsToStop * 1000);
    if (grouped) child.kill(signal);
  };
  for (const signal of stopSignals) process.on(signal, stop);
  const watch = watchParent(() => stop("SIGTERM"));
  try {
    const { code, signal } = await ended(child);
    if (grouped) await endLeftovers(child.pid);
    return { code: code ?? 128 + (constants.signals[signal] ?? 0), stoppedBy };
  } finally {
    clearTimeout(deadline);
    clearInterval(watch);
    abort?.removeEventListener("abort", kill);
    for (const signal of stopSignals) process.off(signal, stop);
  }
}

// A signal sent to npm ends npm and the shell between us, which does not pass it on: their end is our signal.
function watchParent(parentGone) {
  if (process.env.npm_lifecycle_event === undefined || !grouped) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    parentGone();
  }, 250);
  return watch;
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
}

// SIGINT first: it is PostgreSQL's fast and clean shutdown.
async function endLeftovers(group) {
  for (const signal of ["SIGINT", "SIGKILL"]) {
    for (let waited = 0; waited < 30; waited++) {
      if (!signalGroup(group, waited === 0 ? signal : 0)) return;
      await sleep(100);
    }
  }
}

function signalTree(child, signal) {
  if (grouped) signalGroup(child.pid, signal);
  else spawn("taskkill", ["/pid", String(child.pid), "/t", "/f"], { stdio: "ignore" });
}

function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
