import { monitorEventLoopDelay } from "node:perf_hooks";

/**
 * How long the event loop was kept from everything else while some work went on, in milliseconds: the greatest delay,
 * but no more than what this thread computed in one turn of its loop. A machine that does other work makes a process
 * wait as well, and that is none of the work's doing.
 */
export async function longestBlock(work: () => Promise<void>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 2 });
  let computed = 0;
  let before = process.threadCpuUsage();
  const sampling = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    computed = Math.max(computed, (user + system) / 1000);
    before = process.threadCpuUsage();
  }, 1);
  delay.enable();
  try {
    await work();
  } finally {
    delay.disable();
    clearInterval(sampling);
  }
  return Math.min(delay.max / 1e6, computed);
}

const tries = 3;

/**
 * The least of several such blocks, as soon as one is short enough. Work that blocks does so every time; a collection
 * of garbage, or what piled up while the machine gave this process no time, comes once and not again.
 */
export async function leastBlock(work: () => Promise<void>, enough: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let left = tries; left > 0 && least >= enough; left--) least = Math.min(least, await longestBlock(work));
  return least;
}
