import { useEffect, useMemo, useState } from "react";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import { newest } from "./useAuditLog.ts";

/** A line of the log; `fresh` for a moment after it came in live. */
export interface LogRow {
  readonly event: AuditEvent;
  readonly fresh: boolean;
}

/** How long a new event stays marked, in milliseconds. */
const freshTime = 6000;

interface Shown {
  readonly log: unknown;
  readonly upTo: number;
  readonly freshAfter: number;
}

interface Arrivals {
  readonly events: readonly AuditEvent[];
  /** Stands for the filters: with others, everything counts as seen. */
  readonly log: unknown;
  readonly ready: boolean;
  /** Somebody reads further down; nothing may move under their eyes. */
  readonly hold: boolean;
}

/** Lets new events in at the top, marked; or counts them while they have to wait. */
export function useArrivals({ events, log, ready, hold }: Arrivals) {
  const [shown, setShown] = useState<Shown>({ log: null, upTo: 0, freshAfter: 0 });
  const head = newest(events);
  if (ready && shown.log !== log) setShown({ log, upTo: head, freshAfter: head });
  else if (ready && !hold && head > shown.upTo) setShown({ log, upTo: head, freshAfter: shown.upTo });

  const hasFresh = shown.upTo > shown.freshAfter;
  useEffect(() => {
    if (!hasFresh) return undefined;
    const timer = setTimeout(() => setShown((before) => ({ ...before, freshAfter: before.upTo })), freshTime);
    return () => clearTimeout(timer);
  }, [hasFresh]);

  const { upTo, freshAfter } = shown;
  const rows = useMemo(() => {
    const visible = ready ? events.filter((event) => event.revision <= upTo) : events;
    return visible.map((event): LogRow => ({ event, fresh: ready && event.revision > freshAfter }));
  }, [events, ready, upTo, freshAfter]);
  const letIn = () => setShown((before) => ({ log, upTo: head, freshAfter: before.upTo }));
  return { rows, waiting: events.length - rows.length, letIn };
}
