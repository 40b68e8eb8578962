import { refuse } from "./fault-error.ts";

export interface Room {
  readonly running: number;
  readonly waiting: number;
}

/**
 * Lets a costly kind of work be done by few at a time while some wait, first come first served. Take the turn before
 * a connection: who waits for it holds nothing that others need.
 * @throws FaultError `unavailable`, from the function given back, when too many wait already
 */
export function takingTurns(most: Room): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running < most.running) running += 1;
    else {
      if (waiting.length >= most.waiting) return refuse({ kind: "unavailable" });
      // Whoever finishes hands the place over, so the count stays.
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
