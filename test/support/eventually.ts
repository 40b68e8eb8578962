import { vi } from "vitest";

/** Waits for what happens by itself. Long, because a busy machine is slow and not wrong; over as soon as it holds. */
export const eventually = <Value>(holds: () => Value | Promise<Value>, timeout = 30_000): Promise<Value> =>
  vi.waitFor(holds, { timeout, interval: 25 });
