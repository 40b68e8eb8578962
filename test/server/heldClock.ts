import { onTestFinished, vi } from "vitest";

/** Holds the clock until this test ends: limits count in windows of it, and one could end between two tries. */
export function holdClock(): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  onTestFinished(() => void vi.useRealTimers());
}
