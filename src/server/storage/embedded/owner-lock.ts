import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { isAlive } from "./postmaster.ts";

/**
 * Makes sure that one server at a time uses a data folder. A lock left by a killed server is taken over;
 * its process start time tells it from another program that got the same number.
 * @throws Error with one sentence for the person who started the second server
 */
export async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  const file = path.join(dataDir, "server.lock");
  const mine = `${process.pid} ${await startTime(process.pid)}`;
  const taken = await readFile(file, "utf8").catch(() => null);
  if (taken && (await stillRuns(taken))) throw inUse(dataDir, taken);
  if (taken !== null) await rm(file, { force: true });
  // Exclusive: of two servers that start at the same moment one finds the file of the other.
  await writeFile(file, mine, { mode: 0o600, flag: "wx" }).catch(async () => {
    throw inUse(dataDir, await readFile(file, "utf8").catch(() => ""));
  });
  return async () => rm(file, { force: true });
}

function inUse(dataDir: string, owner: string): Error {
  return new Error(`Another Orgdesk server (process ${owner.split(" ")[0]}) already uses ${dataDir}.`);
}

async function stillRuns(owner: string): Promise<boolean> {
  const [pid, started] = owner.split(" ");
  return isAlive(Number(pid)) && (await startTime(Number(pid))) === started;
}

async function startTime(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The program's name, in brackets, may hold spaces: count the fields after it.
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "unknown";
}
