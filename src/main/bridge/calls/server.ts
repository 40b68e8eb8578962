import { answered, failed } from "#contract/answer.ts";
import type { DesktopState } from "#contract/desktop.ts";
import type { OpenedInvitation } from "../../session/opened-invitation.ts";
import type { SettingsStore } from "../../preferences/settings.ts";
import { checkServerUrl } from "../../remote/server-url.ts";
import { probeHealth } from "../../remote/health.ts";
import type { Servers } from "../../desktop/servers.ts";
import type { HandlersOf } from "../handlers.ts";

interface Parts {
  readonly state: () => DesktopState;
  readonly settings: SettingsStore;
  readonly servers: Servers;
  readonly invitation: OpenedInvitation;
  readonly tellState: () => void;
}

export const serverHandlers = (parts: Parts): HandlersOf<"server"> => ({
  "server.choose": async ({ choice }) => {
    if (choice.kind === "remote") {
      const checked = checkServerUrl(choice.url);
      if (!checked.ok) return checked;
      if (!(await probeHealth(checked.value)).healthy) return failed({ kind: "unavailable" });
    }
    const opened = await parts.servers.open(choice);
    parts.settings.write({ server: opened.ok ? choice : null });
    parts.tellState();
    return opened.ok ? answered(parts.state()) : opened;
  },
  "server.leave": async () => {
    const link = parts.servers.current();
    await link?.signOut(link.session.account()?.id ?? null, false);
    parts.invitation.dismiss();
    await parts.servers.close();
    parts.settings.write({ server: null });
    parts.tellState();
    return answered(parts.state());
  },
  "server.tryNow": async () => {
    parts.servers.current()?.connection.tryNow();
    return answered(parts.state());
  },
  "server.probe": async ({ url }) => {
    const checked = checkServerUrl(url);
    return checked.ok ? answered(await probeHealth(checked.value)) : checked;
  },
});
