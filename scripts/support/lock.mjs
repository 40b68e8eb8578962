import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { inRoot } from "./paths.mjs";
import { say } from "./say.mjs";

/** Runs `work` while no other process of this checkout does work of the same name. */
export async function withLock(name, work) {
  const file = inRoot(".orgdesk", `${name}.lock`);
  mkdirSync(inRoot(".orgdesk"), { recursive: true });
  for (let waited = 0; !take(file); waited++) {
    if (waited === 0) say(`Waiting for another run to finish: ${name}.`);
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

// A link appears with its content already in it, so that nobody reads a half-written owner.
function take(file) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!ownerAlive(file)) rmSync(file, { force: true });
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

function ownerAlive(file) {
  try {
    process.kill(Number(readFileSync(file, "utf8")), 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
