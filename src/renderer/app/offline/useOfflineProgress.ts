import { useState } from "react";
import type { DesktopEvent } from "#contract/desktop.ts";
import { useDesktopEvent } from "#renderer/bridge/events.ts";

type Progress = Extract<DesktopEvent, { type: "snapshot" }>;

/** How far the offline copy is; null while there is nothing to wait for and nothing fails. */
export function useOfflineProgress(): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useDesktopEvent("snapshot", setProgress);
  const told = progress !== null && (progress.filled < progress.organizations || progress.hindered > 0);
  return told ? progress : null;
}
