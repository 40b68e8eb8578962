import { execFile, spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The unprivileged user that PostgreSQL runs as when the server itself runs as root, which PostgreSQL refuses. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** The user for the database's processes: null when this process is no root and can run them itself. */
export async function databaseUser(): Promise<SystemUser | null> {
  if (process.getuid?.() !== 0) return null;
  const known = await lookUp("postgres");
  if (known) return known;
  await run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"])
    // Another start may have created it meanwhile, or this system has no useradd: 'nobody' serves as well.
    .catch(() => undefined);
  const user = (await lookUp("postgres")) ?? (await lookUp("nobody"));
  if (!user) throw new Error("PostgreSQL cannot run as root, and no other user could be created for it.");
  return user;
}

async function lookUp(name: string): Promise<SystemUser | null> {
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n");
  const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(":");
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : null;
}

/** Whether the user may pass every folder on the way to `file`. Asked of the system itself, as that user. */
export function canReach(user: SystemUser, file: string): boolean {
  return spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", file], { ...user, cwd: "/" }).status === 0;
}
