import { Preferences, ServerChoice } from "#contract/desktop.ts";
import { OfflineChoice } from "#contract/entities/offline.ts";
import { id } from "#contract/scalars.ts";
import { z } from "zod";

/** Where the window was. Electron shell only. */
export const WindowPlace = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200),
  height: z.int().min(200),
  maximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof WindowPlace>;

const defaultPreferences: Preferences = {
  theme: "system",
  density: "comfortable",
  sidebar: "open",
  lastOrganizationId: null,
  hiddenColumns: {},
};

const defaultOffline: OfflineChoice = { organizationIds: null, days: 90, events: 50_000 };

// Each field falls back alone: a damaged entry costs that entry, not the rest.
const Settings = z.object({
  preferences: z
    .object({
      theme: Preferences.shape.theme.catch(defaultPreferences.theme),
      density: Preferences.shape.density.catch(defaultPreferences.density),
      sidebar: Preferences.shape.sidebar.catch(defaultPreferences.sidebar),
      lastOrganizationId: Preferences.shape.lastOrganizationId.catch(null),
      hiddenColumns: Preferences.shape.hiddenColumns.catch({}),
    })
    .catch(defaultPreferences),
  offline: OfflineChoice.catch(defaultOffline),
  /** Whose choice that is; null where it was made before this was noted. */
  offlineOf: id.nullable().catch(null),
  server: ServerChoice.nullable().catch(null),
  window: WindowPlace.nullable().catch(null),
  /** Where the page was served at last. Browser shell only. */
  port: z.int().min(1024).max(65_535).nullable().catch(null),
});
export type Settings = z.infer<typeof Settings>;

/** What one person chose to keep here; nobody is bound by the choice of whoever used this computer before. */
export const offlineChoiceOf = ({ offline, offlineOf }: Settings, accountId: string | null): OfflineChoice =>
  offlineOf === null || offlineOf === accountId ? offline : defaultOffline;

/** A file of settings: `conf` in the browser shell, `electron-store` in Electron. */
export interface SettingsFile {
  store: Record<string, unknown>;
}

/** What this machine remembers; never a secret. */
export interface SettingsStore {
  read(): Settings;
  write(changes: Partial<Settings>): Settings;
}

export function createSettings(file: SettingsFile): SettingsStore {
  const read = () => Settings.parse(file.store);
  return {
    read,
    write: (changes) => {
      const settings = { ...read(), ...changes };
      file.store = settings;
      return settings;
    },
  };
}
