import { DesktopEvent } from "#contract/desktop.ts";

export interface Events {
  emit(event: DesktopEvent): void;
  /** Returns the end of the subscription. */
  subscribe(listener: (event: DesktopEvent) => void): () => void;
}

/** What the main process tells its windows. Each event is cut to the contract's shape, so that nothing else leaves. */
export function createEvents(): Events {
  const listeners = new Set<(event: DesktopEvent) => void>();
  return {
    emit: (event) => {
      const told = DesktopEvent.parse(event);
      for (const listener of listeners) listener(told);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
