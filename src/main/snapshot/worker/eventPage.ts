import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { RecordedAct } from "#domain/review/usage.ts";
import { actOf } from "../store/events.ts";
import type { Digest } from "../store/digest.ts";
import type { Lines } from "../store/lines.ts";
import { once } from "../store/once.ts";
import type { Page } from "../store/pages.ts";

/** So many events one after the other; opened only where one of them is wanted, and made an object only where it is. */
export interface EventPage {
  readonly page: Page;
  readonly digest: () => Digest | null;
  /** What is searched of each event; null where that is not known. */
  readonly texts: () => Lines | null;
  /** The events as JSON, in the order of revisions. */
  readonly lines: () => Lines;
  readonly at: (place: number) => AuditEvent;
  /** Who did what and when; the page does not stay in memory for it. */
  readonly acts: () => readonly RecordedAct[];
  /** How many rows are in memory. */
  readonly held: () => number;
}

/** How a page of events is read. */
export interface EventReading {
  readonly lines: (page: Page) => Lines;
  readonly digest: (page: Page) => Digest | null;
  readonly texts: (page: Page) => Lines | null;
}

export function eventPage(page: Page, reading: EventReading): EventPage {
  let held = 0;
  const events = new Map<number, AuditEvent>();
  const lines = once(() => {
    held = page.rows;
    return reading.lines(page);
  });
  const at = (place: number): AuditEvent => {
    // Sealed by us after the contract checked it: what opens is what was written.
    const event = events.get(place) ?? (JSON.parse(lines().at(place)) as AuditEvent);
    events.set(place, event);
    return event;
  };
  return {
    page,
    digest: once(() => reading.digest(page)),
    texts: once(() => reading.texts(page)),
    lines,
    at,
    acts: () => {
      const source = held > 0 ? lines() : reading.lines(page);
      return Array.from({ length: source.count() }, (_, place) => actOf(source.at(place)));
    },
    held: () => held,
  };
}
