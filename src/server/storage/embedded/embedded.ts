import { execFile, spawn, type ChildProcess } from "node:child_process";
import { openSync, closeSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { exists, findBinaries } from "./binaries.ts";
import { clusterFolder, ownerPassword } from "./cluster-folder.ts";
import { databaseAddress, type DatabaseAddress } from "./database-address.ts";
import { databaseOwner, initialiseCluster, type NewCluster } from "./new-cluster.ts";
import { lockFolder } from "./owner-lock.ts";
import { clearStale, readPostmaster } from "./postmaster.ts";
import { databaseUser } from "./system-user.ts";

const run = promisify(execFile);

/** A running PostgreSQL of our own. `stop` ends it cleanly and may be called more than once. */
export interface EmbeddedDatabase {
  readonly connectionString: string;
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  /** False trades safety for speed; for throw-away databases of tests only. */
  readonly durable?: boolean;
}

interface Cluster extends NewCluster {
  readonly log: string;
}

/**
 * Starts the PostgreSQL of a data folder and creates it on the first start.
 * @throws Error with one sentence when it cannot be started
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const directory = path.resolve(dataDir);
  const user = await databaseUser();
  const folder = await clusterFolder(directory, user);
  const unlock = await lockFolder(directory);
  try {
    const binaries = await findBinaries(user);
    const cluster = { folder, log: path.join(directory, "postgres.log"), binaries, user };
    const password = await ownerPassword(directory);
    if (!(await exists(path.join(folder, "PG_VERSION")))) await initialiseCluster(cluster, password);
    await clearStale(folder);
    const { child, authority } = await startSomewhere(cluster, options.durable ?? true);
    const stopCluster = guard(cluster, child);
    let stopping: Promise<void> | undefined;
    return {
      connectionString: `postgres://${databaseOwner}:${password}@${authority}/postgres`,
      stop: async () => (stopping ??= stopCluster().then(unlock)),
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

interface Started {
  readonly child: ChildProcess;
  readonly authority: string;
}

/** Another program can take a free port before PostgreSQL binds it, so this tries a few. */
async function startSomewhere(cluster: Cluster, durable: boolean, attempts = 5): Promise<Started> {
  const address = await databaseAddress(cluster.folder);
  const child = launch(cluster, address, durable);
  if (await becomesReady(cluster.folder, child)) return { child, authority: address.authority };
  if (attempts > 1) return startSomewhere(cluster, durable, attempts - 1);
  const log = await readFile(cluster.log, "utf8").catch(() => "");
  throw new Error(`The embedded PostgreSQL did not start: ${log.trim().split("\n").at(-1) ?? "no log"}`);
}

/** Tuned for one machine with a solid-state disk and bulk loads of sample data. */
const settings = [
  "max_connections=200",
  "logging_collector=off",
  "random_page_cost=1.1",
  "maintenance_work_mem=128MB",
  "max_wal_size=2GB",
  "jit=off",
];

function launch({ folder, log, binaries, user }: Cluster, address: DatabaseAddress, durable: boolean): ChildProcess {
  const speed = durable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
  const flags = [...settings, ...address.settings, ...speed].flatMap((setting) => ["-c", setting]);
  const output = openSync(log, "a", 0o600);
  // Detached: Ctrl C reaches the whole foreground group, and the database must outlive the server's last commit.
  const child = spawn(binaries.postgres, ["-D", folder, "-p", String(address.port), ...flags], {
    ...user,
    cwd: "/",
    detached: process.platform !== "win32",
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  child.unref();
  return child;
}

async function becomesReady(folder: string, child: ChildProcess): Promise<boolean> {
  const ended = new AbortController();
  child.once("error", () => ended.abort());
  child.once("exit", () => ended.abort());
  while (!ended.signal.aborted) {
    const postmaster = await readPostmaster(folder);
    if (postmaster?.ready && postmaster.pid === child.pid) return true;
    await sleep(5);
  }
  return false;
}

/**
 * Ends the database even when the server is killed without a chance to act: the guard waits for the end of
 * a pipe that only this process holds open. Returns the clean way to stop.
 */
function guard(cluster: Cluster, child: ChildProcess): () => Promise<void> {
  const script = 'read -r line; kill -INT "$1"';
  const watcher =
    process.platform === "win32"
      ? null
      : spawn("/bin/sh", ["-c", script, "orgdesk-guard", String(child.pid)], {
          ...cluster.user,
          cwd: "/",
          detached: true,
          stdio: ["pipe", "ignore", "ignore"],
        });
  watcher?.unref();
  return async () => {
    child.ref();
    const ended = child.exitCode !== null || child.signalCode !== null;
    const exit = ended ? null : new Promise((resolve) => void child.once("exit", resolve));
    if (exit) await requestStop(cluster, child);
    await exit;
    watcher?.kill("SIGKILL");
  };
}

async function requestStop({ folder, binaries }: Cluster, child: ChildProcess): Promise<void> {
  if (process.platform !== "win32") child.kill("SIGINT");
  else await run(binaries.pgCtl, ["stop", "-D", folder, "-m", "fast"]);
}
