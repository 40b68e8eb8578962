import { answered } from "#contract/answer.ts";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Input } from "#contract/operations.ts";
import { decodeCursor, encodeCursor } from "#domain/cursor.ts";
import { searchKey } from "#domain/searchKey.ts";
import { actionKey, actorKey, gramsOf, keysIn, searchedText, targetKey } from "../store/digest.ts";
import type { EventPage, OrganizationRows } from "../worker/rows.ts";
import type { OrganizationAnswer } from "./answer.ts";
import { foreignCursor, refusalOf } from "./faults.ts";

type Filter = { readonly [Field in FilterField]?: Input<"auditEvent.list">[Field] | undefined };
type FilterField = "from" | "to" | "actorId" | "action" | "targetId" | "text";

const scope = "audit";
const cursorAt = (revision: number): string => encodeCursor(scope, [revision]);

function revisionOf(cursor: string): number | null {
  const revision = decodeCursor(scope, cursor)?.[0];
  return typeof revision === "number" && Number.isSafeInteger(revision) ? revision : null;
}

/** What an event must be to pass a filter; `from` inclusive, `to` exclusive. */
function passing({ from, to, actorId, action, targetId, text }: Filter): (event: AuditEvent) => boolean {
  const first = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from);
  const end = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to);
  const timed = from !== undefined || to !== undefined;
  const wanted = text === undefined || text === "" ? null : searchKey(text);
  return (event) =>
    (!timed || isBetween(Date.parse(event.at), first, end)) &&
    (actorId === undefined || event.actor.accountId === actorId) &&
    (action === undefined || action.length === 0 || action.includes(event.action)) &&
    (targetId === undefined || event.target.id === targetId) &&
    (wanted === null || searchedText(event).includes(wanted));
}

/** Whether a page may hold events that pass a filter, as far as that is known without opening it. */
function promising(filter: Filter): (page: EventPage) => boolean {
  if (Object.values(filter).every((wanted) => wanted === undefined)) return () => true;
  const { from, to, actorId, action, targetId, text } = filter;
  const first = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from);
  const end = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to);
  const keys = [
    ...(actorId === undefined ? [] : [actorKey(actorId)]),
    ...(targetId === undefined ? [] : [targetKey(targetId)]),
    ...gramsOf(searchKey(text ?? "")),
  ];
  const actions = (action ?? []).map(actionKey);
  return (page) => {
    const digest = page.digest();
    if (digest === null) return true;
    if (digest.to < first || digest.from >= end) return false;
    const holds = keysIn(digest);
    return keys.every(holds) && (actions.length === 0 || actions.some(holds));
  };
}

const isBetween = (at: number, first: number, end: number): boolean => at >= first && at < end;

/** Events below a revision that a filter may pass, newest first. */
function* eventsBefore({ events }: OrganizationRows, below: number, filter: Filter): Generator<AuditEvent> {
  const mayHold = promising(filter);
  for (const each of events.toReversed()) {
    if (Number(each.page.first) >= below || !mayHold(each)) continue;
    for (const event of each.read().toReversed()) if (event.revision < below) yield event;
  }
}

/** Events above a revision that a filter may pass, oldest first. */
function* eventsAfter({ events }: OrganizationRows, above: number, filter: Filter = {}): Generator<AuditEvent> {
  const mayHold = promising(filter);
  for (const [index, each] of events.entries()) {
    const next = events[index + 1];
    if ((next !== undefined && Number(next.page.first) <= above) || !mayHold(each)) continue;
    for (const event of each.read()) if (event.revision > above) yield event;
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

/** An event before the window is not kept, which is something else than not there. */
const getEvent: OrganizationAnswer<"auditEvent.get"> = (rows, { revision }) => {
  const refused = refusalOf(rows, "audit.view");
  if (refused !== null) return refused;
  const [event] = eventsAfter(rows, revision - 1);
  return event?.revision === revision ? answered(event) : null;
};

export const auditAnswers = { "auditEvent.list": listEvents, "auditEvent.get": getEvent };
