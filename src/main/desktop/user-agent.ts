import type { DesktopState } from "#contract/desktop.ts";

interface About {
  readonly shell: DesktopState["shell"];
  readonly version: string;
}

const systems: Partial<Record<NodeJS.Platform, string>> = { darwin: "macOS", win32: "Windows", linux: "Linux" };
const shells = { electron: "desktop", browser: "browser shell" } as const;

/** What a person reads in the list of their sessions: 'Orgdesk 0.1.0, Linux, browser shell'. */
export function userAgentOf({ shell, version }: About, platform: NodeJS.Platform = process.platform): string {
  return `Orgdesk ${version}, ${systems[platform] ?? platform}, ${shells[shell]}`;
}
