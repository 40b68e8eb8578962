import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { canReach, type SystemUser } from "./system-user.ts";

const reachableRoot = "/var/lib/orgdesk";

/**
 * Chooses the folder of the database cluster: inside the data folder, or, when PostgreSQL's user cannot
 * get there (a data folder under root's home), under /var/lib/orgdesk with a pointer left in the data folder.
 */
export async function clusterFolder(dataDir: string, user: SystemUser | null): Promise<string> {
  await prepare(dataDir, user);
  const pointer = path.join(dataDir, "cluster-location");
  const recorded = await readFile(pointer, "utf8").catch(() => null);
  const folder = recorded?.trim() || choose(dataDir, user);
  if (!recorded && !folder.startsWith(dataDir)) await writeFile(pointer, `${folder}\n`, { mode: 0o600 });
  await mkdir(folder, { recursive: true });
  if (user) await chown(folder, user.uid, user.gid);
  await chmod(folder, 0o700);
  return folder;
}

async function prepare(dataDir: string, user: SystemUser | null): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const unused = (await readdir(dataDir)).length === 0;
  // Passable but not listable: PostgreSQL's user must get through to its own folder inside.
  if (user && unused) await chmod(dataDir, 0o711);
}

function choose(dataDir: string, user: SystemUser | null): string {
  if (user === null || canReach(user, dataDir)) return path.join(dataDir, "postgres");
  // Not derived from the data folder's path: one that was deleted and made again must not find the old cluster,
  // whose password went with it.
  return path.join(reachableRoot, randomBytes(8).toString("hex"));
}

/** The password of the database owner: random, made once, readable by this process's user only. */
export async function ownerPassword(dataDir: string): Promise<string> {
  const file = path.join(dataDir, "database-password");
  const existing = await readFile(file, "utf8").catch(() => null);
  if (existing) return existing.trim();
  const password = randomBytes(24).toString("base64url");
  await writeFile(file, `${password}\n`, { mode: 0o600, flag: "wx" });
  return password;
}
