import { useCallback } from "react";
import type { Preferences } from "#contract/desktop.ts";
import { useBridge } from "./bridge.ts";
import { useDesktop, useDesktopStore } from "./desktop.ts";

/** What the desktop remembers, and the way to change part of it; the screen does not wait for the disk. */
export function usePreferences(): readonly [Preferences, (change: Partial<Preferences>) => void] {
  const bridge = useBridge();
  const store = useDesktopStore();
  const preferences = useDesktop((state) => state.preferences);
  const save = useCallback(
    (change: Partial<Preferences>) => {
      store.setState((state) => ({ preferences: { ...state.preferences, ...change } }));
      void bridge.call("desktop.savePreferences", change);
    },
    [bridge, store],
  );
  return [preferences, save];
}
