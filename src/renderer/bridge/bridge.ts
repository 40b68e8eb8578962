import { createContext, useContext } from "react";
import type { Bridge } from "#contract/bridge.ts";

declare global {
  interface Window {
    /** Set by preload or by the browser shell before the page runs. */
    readonly orgdesk: Bridge;
  }
}

export const BridgeContext = createContext<Bridge | null>(null);

/** The way to the main process. Screens read by `useOperation` and act by `useCommand`; few need the bridge itself. */
export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext);
  if (!bridge) throw new Error("useBridge needs a BridgeProvider above it");
  return bridge;
}
