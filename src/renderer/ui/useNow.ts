import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();
/** Whether `now` was read in this very task: what is drawn at once tells one time, and is not drawn again. */
let justRead = false;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    justRead = false;
  };
}

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

function current(): number {
  if (timer || justRead) return now;
  now = Date.now();
  justRead = true;
  setTimeout(() => {
    justRead = false;
  });
  return now;
}

/** The time in epoch ms, renewed twice a minute by one timer for the whole page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, current);
}
