import type { Pools } from "../storage/pools.ts";
import { tidy } from "./tidy.ts";
import type { Worker } from "./worker.ts";

/** Ends and forgets what has expired, at the start and then regularly. `every` is in milliseconds. */
export function startTidying(pools: Pools, onFailure: (error: unknown) => void, every = 10 * 60_000): Worker {
  let running = Promise.resolve();
  const run = () => {
    running = running.then(async () => tidy(pools.system, new Date())).catch(onFailure);
  };
  const timer = setInterval(run, every);
  run();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
