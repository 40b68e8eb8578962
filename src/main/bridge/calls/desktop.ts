import { answered } from "#contract/answer.ts";
import type { DesktopState } from "#contract/desktop.ts";
import type { SettingsStore } from "../../preferences/settings.ts";
import type { HandlersOf } from "../handlers.ts";

interface Parts {
  readonly state: () => DesktopState;
  readonly settings: SettingsStore;
  readonly tellState: () => void;
}

export const desktopHandlers = ({ state, settings, tellState }: Parts): HandlersOf<"desktop"> => ({
  "desktop.state": async () => answered(state()),
  "desktop.savePreferences": async (changes) => {
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const { preferences } = settings.write({ preferences: { ...settings.read().preferences, ...given } });
    tellState();
    return answered(preferences);
  },
});
