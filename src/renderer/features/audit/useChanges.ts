import { useRef } from "react";
import { useDesktopEvent } from "#renderer/bridge/events.ts";

/** Calls back when an organization's audit log has grown; changes during a call are answered by one more. */
export function useChanges(organizationId: string, read: () => Promise<void>): void {
  const state = useRef<"idle" | "reading" | "again">("idle");
  useDesktopEvent("feed", ({ event }) => {
    if (event.type !== "changed" || event.organizationId !== organizationId || !event.topics.includes("audit")) return;
    if (state.current !== "idle") {
      state.current = "again";
      return;
    }
    const run = async () => {
      do {
        state.current = "reading";
        await read();
      } while (isAgain(state.current));
      state.current = "idle";
    };
    void run();
  });
}

function isAgain(state: "idle" | "reading" | "again"): boolean {
  return state === "again";
}
