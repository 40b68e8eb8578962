import { stretch } from "./examine.ts";

/** How fast the past of the logs is computed anew, in milliseconds. */
export interface Pace {
  /** One round through a log, however long it is: so late at most is it noticed that an old event was rewritten. */
  readonly roundMs: number;
  /** At least between two stretches, of whatever log. */
  readonly pauseMs: number;
}

/**
 * An hour for 500,000 events is a stretch every seven seconds, and a short log is asked for once an hour. A stretch costs
 * the server 20 ms, the desktop 12 ms in pieces of 5 ms at most, and the connection 60 kB. So where there are so many
 * events that an hour does not do, the pause leaves a server 99 % of a processor, and the round takes longer.
 */
export const defaultPace: Pace = { roundMs: 3_600_000, pauseMs: 2_000 };

/** Whose past is computed anew next: each log's stretches are spread evenly over its round. */
export interface Rounds {
  /** The organization that waits longest; null while none is due. */
  next(organizationIds: Iterable<string>): string | null;
  /** A stretch of a log of so many events was looked at. */
  done(organizationId: string, events: number): void;
}

export function createRounds({ roundMs }: Pace, now: () => number = () => performance.now()): Rounds {
  const dueAt = new Map<string, number>();
  const dueOf = (organizationId: string) => dueAt.get(organizationId) ?? 0;
  return {
    next: (organizationIds) => {
      const [first] = [...organizationIds].filter((id) => dueOf(id) <= now()).toSorted((a, b) => dueOf(a) - dueOf(b));
      return first ?? null;
    },
    done: (organizationId, events) => {
      const interval = roundMs * Math.min(1, stretch / events);
      // From when it was due, so that waiting for a turn lengthens no round; what was missed is not made up for.
      dueAt.set(organizationId, Math.max(dueOf(organizationId) + interval, now()));
    },
  };
}
