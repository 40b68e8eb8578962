import type { DesktopState } from "#contract/desktop.ts";
import type { ReceivedInvitation } from "#contract/entities/invitation.ts";
import type { Settings } from "../preferences/settings.ts";
import type { SecretStore } from "../session/secret-store.ts";
import type { ServerLink } from "./server-link.ts";

interface About {
  readonly shell: DesktopState["shell"];
  readonly version: string;
  readonly secrets: Pick<SecretStore, "protection">;
}

/** What a window draws first. The server shown is the one in use, or one chosen that could not be opened. */
export function stateOf(
  { shell, version, secrets }: About,
  settings: Settings,
  link: ServerLink | null,
  openedInvitation: ReceivedInvitation | null,
): DesktopState {
  return {
    shell,
    platform: platformOf(process.platform),
    version,
    server: link?.choice ?? settings.server,
    account: link?.session.account() ?? null,
    sessionEnded: link?.session.ended() ?? false,
    connection: link?.connection.current() ?? "offline",
    nextTry: link?.connection.nextTry() ?? null,
    versionGap: link?.versionGap() ?? null,
    preferences: settings.preferences,
    passphrase: secrets.protection?.lock() ?? "unneeded",
    openedInvitation,
    secondStep: link?.secondStep.shown() ?? null,
  };
}

function platformOf(platform: NodeJS.Platform): DesktopState["platform"] {
  if (platform === "darwin") return "mac";
  return platform === "win32" ? "windows" : "linux";
}
