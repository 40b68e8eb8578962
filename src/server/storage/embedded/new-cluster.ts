import { execFile } from "node:child_process";
import { chown, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Binaries } from "./binaries.ts";
import type { SystemUser } from "./system-user.ts";

const run = promisify(execFile);

/** The database's superuser, and owner of every table. */
export const databaseOwner = "orgdesk";

const unfinishedMark = ".unfinished-";

export interface NewCluster {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly user: SystemUser | null;
}

/** Creates the cluster beside its place and moves it there when whole: a start that was killed leaves no half of one. */
export async function initialiseCluster({ folder, binaries, user }: NewCluster, password: string): Promise<void> {
  const secrets = await mkdtemp(path.join(tmpdir(), "orgdesk-initdb-"));
  const passwordFile = path.join(secrets, "password");
  await removeUnfinished(folder);
  const unfinished = await mkdtemp(`${folder}${unfinishedMark}`);
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (user) for (const file of [secrets, passwordFile, unfinished]) await chown(file, user.uid, user.gid);
    await run(binaries.initdb, initdbArguments(unfinished, passwordFile), { ...user, cwd: "/" });
    await rm(folder, { recursive: true, force: true });
    await rename(unfinished, folder);
  } finally {
    await rm(secrets, { recursive: true, force: true });
  }
}

/** What killed starts left. Their initdb may still be writing for a second; then the next new cluster removes it. */
async function removeUnfinished(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  const left = (await readdir(parent)).filter((name) => name.startsWith(`${path.basename(folder)}${unfinishedMark}`));
  for (const name of left) await rm(path.join(parent, name), { recursive: true, force: true }).catch(() => undefined);
}

function initdbArguments(folder: string, passwordFile: string): string[] {
  const access = [`--username=${databaseOwner}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  // The builtin provider sorts and folds the same on every machine, whatever locales are installed.
  const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8", "--lc-messages=C"];
  return [`--pgdata=${folder}`, ...access, ...locale, "--no-instructions"];
}
