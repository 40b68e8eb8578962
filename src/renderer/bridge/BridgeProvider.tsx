import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { useCallback, useLayoutEffect, useState, type ReactNode } from "react";
import type { Bridge } from "#contract/bridge.ts";
import type { Fault } from "#contract/fault.ts";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { BridgeContext } from "./bridge.ts";
import { createClient } from "./client.ts";
import { createDesktopStore, DesktopContext, type DesktopStore } from "./desktop.ts";
import { follow } from "./follow.ts";
import type { FirstRead } from "./ready.ts";

interface BridgeProviderProps {
  readonly bridge: Bridge;
  /** What the children show first; they are drawn with it, unless it takes long. */
  readonly first?: FirstRead;
  readonly children: ReactNode;
}

/** Opens the connection to the main process; its children are drawn once the first state is known. */
export function BridgeProvider({ bridge, first = nothing, children }: BridgeProviderProps) {
  const [client] = useState<QueryClient>(createClient);
  const [store, setStore] = useState<DesktopStore | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const start = useCallback(
    () => open({ bridge, client, first, onOpen: setStore, onFault: setFault }),
    [bridge, client, first],
  );
  // Before the empty page is painted, which takes its time.
  useLayoutEffect(start, [start]);
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

/** Longest wait for what is shown first, in milliseconds: after it an empty frame is better than none. */
const patience = 250;

const nothing: FirstRead = async () => undefined;

interface Opening {
  readonly bridge: Bridge;
  readonly client: QueryClient;
  readonly first: FirstRead;
  readonly onOpen: (store: DesktopStore) => void;
  readonly onFault: (fault: Fault | null) => void;
}

function open({ bridge, client, first, onOpen, onFault }: Opening): () => void {
  const ends: (() => void)[] = [];
  let closed = false;
  const start = async () => {
    const prepared = within(patience, first(bridge, client));
    const answer = await bridge.call("desktop.state", {});
    if (closed) return;
    onFault(answer.ok ? null : answer.fault);
    if (!answer.ok) return;
    const store = createDesktopStore(answer.value);
    ends.push(follow(bridge, client, store));
    await prepared;
    if (!closed) onOpen(store);
  };
  void start();
  return () => {
    closed = true;
    for (const end of ends) end();
  };
}

/** Until something is done or has failed, or the time is up. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([
    work.catch(() => undefined),
    new Promise<void>((resolve) => void setTimeout(resolve, milliseconds)),
  ]);
}
