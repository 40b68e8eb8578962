import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { socketFile } from "./database-address.ts";

/** What PostgreSQL writes to `postmaster.pid`: one fact per line. */
export interface Postmaster {
  readonly pid: number;
  readonly ready: boolean;
}

export async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => null);
  if (!text) return null;
  const lines = text.split("\n");
  return { pid: Number(lines[0]), ready: lines[7]?.trim() === "ready" };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Clears what a killed server left behind: a database that still runs without its server is stopped, and files
 * whose process number now belongs to some other program are removed, since PostgreSQL would refuse to start.
 */
export async function clearStale(cluster: string): Promise<void> {
  const left = await readPostmaster(cluster);
  if (!left) return;
  if (isAlive(left.pid) && (await isPostgresOf(left.pid, cluster))) {
    process.kill(left.pid, "SIGINT");
    await waitForEnd(left.pid, 20_000);
    return;
  }
  const socket = socketFile(cluster);
  const files = [path.join(cluster, "postmaster.pid"), socket, `${socket}.lock`];
  await Promise.all(files.map(async (file) => rm(file, { force: true })));
}

async function isPostgresOf(pid: number, cluster: string): Promise<boolean> {
  if (process.platform !== "linux") return true;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return command.split("\0").includes(cluster);
}

export async function waitForEnd(pid: number, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) process.kill(pid, "SIGQUIT");
    await sleep(10);
  }
}
