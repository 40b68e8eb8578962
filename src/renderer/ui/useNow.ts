import { useSyncExternalStore } from "react";

const tickEvery = 30_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, tickEvery);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

function current(): number {
  // The same at every question of a drawing: React draws again for a time that has gone on in between.
  if (!timer && Math.abs(Date.now() - now) >= tickEvery) now = Date.now();
  return now;
}

/** The time in epoch ms, renewed twice a minute by one timer for the whole page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, current);
}
