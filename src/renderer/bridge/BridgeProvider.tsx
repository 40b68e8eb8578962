import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState, type ReactNode } from "react";
import type { Bridge } from "#contract/bridge.ts";
import type { Fault } from "#contract/fault.ts";
import { ErrorState } from "#renderer/ui/ErrorState.tsx";
import { BridgeContext } from "./bridge.ts";
import { createClient } from "./client.ts";
import { createDesktopStore, DesktopContext, type DesktopStore } from "./desktop.ts";
import { follow } from "./follow.ts";

interface BridgeProviderProps {
  readonly bridge: Bridge;
  readonly children: ReactNode;
}

/** Opens the connection to the main process; its children are drawn once the first state is known. */
export function BridgeProvider({ bridge, children }: BridgeProviderProps) {
  const [client] = useState<QueryClient>(createClient);
  const [store, setStore] = useState<DesktopStore | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const start = useCallback(() => open(bridge, client, setStore, setFault), [bridge, client]);
  useEffect(start, [start]);
  if (fault) return <ErrorState fault={fault} onRetry={start} />;
  if (!store) return null;
  return (
    <BridgeContext value={bridge}>
      <DesktopContext value={store}>
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </DesktopContext>
    </BridgeContext>
  );
}

function open(
  bridge: Bridge,
  client: QueryClient,
  setStore: (store: DesktopStore) => void,
  setFault: (fault: Fault | null) => void,
): () => void {
  const ends: (() => void)[] = [];
  let closed = false;
  const start = async () => {
    const answer = await bridge.call("desktop.state", {});
    if (closed) return;
    setFault(answer.ok ? null : answer.fault);
    if (!answer.ok) return;
    const store = createDesktopStore(answer.value);
    ends.push(follow(bridge, client, store));
    setStore(store);
  };
  void start();
  return () => {
    closed = true;
    for (const end of ends) end();
  };
}
