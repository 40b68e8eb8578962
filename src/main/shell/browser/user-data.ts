import { homedir } from "node:os";
import { join } from "node:path";

/** The folder in which this system keeps a person's application data. */
export function userDataFolder(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): string {
  const home = homedir();
  if (platform === "darwin") return join(home, "Library", "Application Support", "orgdesk");
  if (platform === "win32") return join(env["LOCALAPPDATA"] ?? join(home, "AppData", "Local"), "orgdesk");
  return join(env["XDG_DATA_HOME"] ?? join(home, ".local", "share"), "orgdesk");
}
