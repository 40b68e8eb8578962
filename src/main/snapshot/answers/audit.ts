import { answered, failed } from "#contract/answer.ts";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import { decodeCursor, encodeCursor } from "#domain/cursor.ts";
import type { OrganizationRows } from "../worker/rows.ts";
import type { OrganizationAnswer } from "./answer.ts";
import { passing, sieve, type AuditFilter } from "./auditFilter.ts";
import { firstKept } from "./exact.ts";
import { foreignCursor, refusalOf } from "./faults.ts";

const scope = "audit";
const cursorAt = (revision: number): string => encodeCursor(scope, [revision]);

function revisionOf(cursor: string): number | null {
  const revision = decodeCursor(scope, cursor)?.[0];
  return typeof revision === "number" && Number.isSafeInteger(revision) ? revision : null;
}

/** Events below a revision that a filter may pass, newest first. */
function* eventsBefore({ events }: OrganizationRows, below: number, filter: AuditFilter): Generator<AuditEvent> {
  const placesIn = sieve(filter);
  for (const each of events.toReversed()) {
    if (Number(each.page.first) >= below) continue;
    for (const place of placesIn(each).toReversed()) {
      const event = each.at(place);
      if (event.revision < below) yield event;
    }
  }
}

/** Events above a revision that a filter may pass, oldest first. */
function* eventsAfter({ events }: OrganizationRows, above: number, filter: AuditFilter = {}): Generator<AuditEvent> {
  const placesIn = sieve(filter);
  for (const [index, each] of events.entries()) {
    const next = events[index + 1];
    if (next !== undefined && Number(next.page.first) <= above) continue;
    for (const place of placesIn(each)) {
      const event = each.at(place);
      if (event.revision > above) yield event;
    }
  }
}

function taken(events: Iterable<AuditEvent>, passes: (event: AuditEvent) => boolean, limit: number): AuditEvent[] {
  const items: AuditEvent[] = [];
  for (const event of events) {
    if (passes(event)) items.push(event);
    if (items.length >= limit) break;
  }
  return items;
}

const listEvents: OrganizationAnswer<"auditEvent.list"> = (rows, input) => {
  const refused = refusalOf(rows, "audit.view");
  if (refused !== null) return refused;
  const { newer, older, limit } = input;
  const { from, to, actorId, action, targetId, text } = input;
  const filter = { from, to, actorId, action, targetId, text };
  const passes = passing(filter);
  const total = rows.facts.revision;
  if (newer !== undefined) {
    const above = revisionOf(newer);
    if (above === null) return foreignCursor("newer");
    const items = taken(eventsAfter(rows, above, filter), passes, limit).reverse();
    const [first, last] = [items[0], items.at(-1)];
    const [down, up] = [last?.revision ?? above + 1, first?.revision ?? above];
    return answered({ items, older: cursorAt(down), newer: cursorAt(up), total });
  }
  const below = older === undefined ? Number.POSITIVE_INFINITY : revisionOf(older);
  if (below === null) return foreignCursor("older");
  const found = taken(eventsBefore(rows, below, filter), passes, limit + 1);
  const items = found.slice(0, limit);
  const [first, last] = [items[0], items.at(-1)];
  return answered({
    items,
    older: found.length > limit && last !== undefined ? cursorAt(last.revision) : null,
    newer: cursorAt(first?.revision ?? (older === undefined ? total : below - 1)),
    total,
  });
};

/** An event before the window is not kept, which is something else than not there; of a later one nothing is known. */
const getEvent: OrganizationAnswer<"auditEvent.get"> = (rows, { revision }) => {
  const refused = refusalOf(rows, "audit.view");
  if (refused !== null) return refused;
  if (revision > rows.facts.revision) return null;
  const [event] = eventsAfter(rows, revision - 1);
  return event?.revision === revision ? answered(event) : failed({ kind: "notKept", first: firstKept(rows) });
};

export const auditAnswers = { "auditEvent.list": listEvents, "auditEvent.get": getEvent };
