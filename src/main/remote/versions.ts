import type { VersionGap } from "#contract/fault.ts";

/** Without what follows a hyphen or a plus: builds of one version understand each other. */
const core = (version: string): string => version.split(/[-+]/, 1)[0] ?? "";

/** Which of two versions is older; null where they are the same or the server's is not known. */
export function olderOf(server: string | null, desktop: string): VersionGap["older"] | null {
  if (server === null) return null;
  const order = core(server).localeCompare(core(desktop), "en", { numeric: true });
  if (order === 0) return null;
  return order < 0 ? "server" : "desktop";
}
