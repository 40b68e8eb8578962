import { delayBefore, type Delays } from "../back-off.ts";

/** What failed, each tried again by itself, later each time. */
export interface Retries {
  failed(key: string): void;
  /** It is done, or nobody wants it any more. */
  settled(key: string): void;
  /** Everything at once instead of after its pause. */
  now(): void;
  clear(): void;
}

export function createRetries(delays: Delays, due: (key: string) => void): Retries {
  const attempts = new Map<string, number>();
  const pausing = new Map<string, NodeJS.Timeout>();
  const stopPause = (key: string) => {
    clearTimeout(pausing.get(key));
    pausing.delete(key);
  };
  const end = (key: string) => {
    stopPause(key);
    due(key);
  };
  return {
    failed: (key) => {
      const attempt = (attempts.get(key) ?? 0) + 1;
      attempts.set(key, attempt);
      stopPause(key);
      pausing.set(key, setTimeout(() => end(key), delayBefore(attempt, delays)).unref());
    },
    settled: (key) => {
      attempts.delete(key);
      stopPause(key);
    },
    now: () => {
      attempts.clear();
      // What fails again at once is not among these.
      const waiting = Array.from(pausing.keys());
      for (const key of waiting) end(key);
    },
    clear: () => {
      attempts.clear();
      for (const key of pausing.keys()) stopPause(key);
    },
  };
}
