import { setTimeout as sleep } from "node:timers/promises";

export interface Delays {
  readonly firstMs: number;
  readonly mostMs: number;
}

/** How long to wait before try number `attempt` (1, 2, …): doubling, capped, and spread so that desktops do not march in step. */
export function delayBefore(attempt: number, { firstMs, mostMs }: Delays, random = Math.random()): number {
  const full = Math.min(mostMs, firstMs * 2 ** (attempt - 1));
  return Math.round(full * (0.75 + random / 2));
}

/** Waits, but no longer than the signal allows. False when the wait was cut short. */
export async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(ms, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
