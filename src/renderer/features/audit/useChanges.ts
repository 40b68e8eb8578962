import { useEffect, useRef } from "react";
import { useDesktopEvent } from "#renderer/bridge/events.ts";

/**
 * Calls back when an organization's audit log has grown; changes during a call are answered by one more, of what is read
 * by then: the filters may be others.
 */
export function useChanges(organizationId: string, read: () => Promise<void>): void {
  const state = useRef<"idle" | "reading" | "again">("idle");
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  }, [read]);
  useDesktopEvent("feed", ({ event }) => {
    if (event.type !== "changed" || event.organizationId !== organizationId || !event.topics.includes("audit")) return;
    if (state.current !== "idle") {
      state.current = "again";
      return;
    }
    const run = async () => {
      do {
        state.current = "reading";
        await latest.current();
      } while (isAgain(state.current));
      state.current = "idle";
    };
    void run();
  });
}

function isAgain(state: "idle" | "reading" | "again"): boolean {
  return state === "again";
}
