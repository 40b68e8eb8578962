import { useState } from "react";
import type { DesktopEvent } from "#contract/desktop.ts";
import { useDesktopEvent } from "#renderer/bridge/events.ts";

type Progress = Extract<DesktopEvent, { type: "snapshot" }>;

/** How far the first reading of the offline copy is; null while there is nothing to wait for. */
export function useOfflineProgress(): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useDesktopEvent("snapshot", setProgress);
  return progress !== null && progress.filled < progress.organizations ? progress : null;
}
