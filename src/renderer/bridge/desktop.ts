import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Account } from "#contract/entities/account.ts";
import type { DesktopState } from "#contract/desktop.ts";

export type DesktopStore = StoreApi<DesktopState>;

export const createDesktopStore = (state: DesktopState): DesktopStore => createStore(() => state);

export const DesktopContext = createContext<DesktopStore | null>(null);

/** What the main process says of itself: server, account, connection, preferences. Renewed by its events. */
export function useDesktop<Part>(select: (state: DesktopState) => Part): Part {
  return useStore(useDesktopStore(), select);
}

export function useDesktopStore(): DesktopStore {
  const store = useContext(DesktopContext);
  if (!store) throw new Error("useDesktop needs a BridgeProvider above it");
  return store;
}

/** The signed-in person, on screens that exist only for one. */
export function useAccount(): Account {
  const account = useDesktop((state) => state.account);
  if (!account) throw new Error("useAccount is for screens behind the sign-in");
  return account;
}

export const useOnline = (): boolean => useDesktop((state) => state.connection !== "offline");
