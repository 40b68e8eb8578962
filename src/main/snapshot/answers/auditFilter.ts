import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Input } from "#contract/operations.ts";
import { searchKey } from "#domain/searchKey.ts";
import { actionKey, actorKey, keysIn, targetKey } from "../store/digest.ts";
import { searchedText } from "../store/events.ts";
import type { EventPage } from "../worker/eventPage.ts";

export type AuditFilter = { readonly [Field in FilterField]?: Input<"auditEvent.list">[Field] | undefined };
type FilterField = "from" | "to" | "actorId" | "action" | "targetId" | "text";

const isBetween = (at: number, first: number, end: number): boolean => at >= first && at < end;

const spanOf = ({ from, to }: AuditFilter) => ({
  first: from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from),
  end: to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to),
  timed: from !== undefined || to !== undefined,
});

const wantedText = ({ text }: AuditFilter): string | null =>
  text === undefined || text === "" ? null : searchKey(text);

/** What an event must be to pass a filter; `from` inclusive, `to` exclusive. */
export function passing(filter: AuditFilter): (event: AuditEvent) => boolean {
  const { actorId, action, targetId } = filter;
  const { first, end, timed } = spanOf(filter);
  const wanted = wantedText(filter);
  return (event) =>
    (!timed || isBetween(Date.parse(event.at), first, end)) &&
    (actorId === undefined || event.actor.accountId === actorId) &&
    (action === undefined || action.length === 0 || action.includes(event.action)) &&
    (targetId === undefined || event.target.id === targetId) &&
    (wanted === null || searchedText(event).includes(wanted));
}

/**
 * The places in a page of the events that may pass a filter: every one that does, and few that do not. Of most pages
 * that is known without opening them, and of an opened one without making objects of its events.
 */
export function sieve(filter: AuditFilter): (page: EventPage) => readonly number[] {
  const mayHold = promising(filter);
  const wanted = wantedText(filter);
  const named = namesIn(filter);
  return (page) => {
    if (!mayHold(page)) return [];
    // A line break stands in no line.
    const found = wanted === null || wanted.includes("\n") ? null : (page.texts()?.holding(wanted) ?? null);
    if (found?.length === 0) return [];
    const lines = page.lines();
    const among = named.map((names) => new Set(names.flatMap(lines.holding)));
    const places = found ?? [...(among[0] ?? Array(lines.count()).keys())].sort((a, b) => a - b);
    return places.filter((place) => among.every((some) => some.has(place)));
  };
}

/** Whether a page may hold events that pass, as far as its digest tells. */
function promising(filter: AuditFilter): (page: EventPage) => boolean {
  const { actorId, action = [], targetId } = filter;
  const { first, end, timed } = spanOf(filter);
  const keys = [
    ...(actorId === undefined ? [] : [actorKey(actorId)]),
    ...(targetId === undefined ? [] : [targetKey(targetId)]),
  ];
  const actions = action.map(actionKey);
  if (!timed && keys.length === 0 && actions.length === 0) return () => true;
  return (page) => {
    const digest = page.digest();
    if (digest === null) return true;
    if (digest.to < first || digest.from >= end) return false;
    const has = keysIn(digest);
    return keys.every(has) && (actions.length === 0 || actions.some(has));
  };
}

/** What stands in the JSON of an event that passes: one of each. */
function namesIn({ actorId, action = [], targetId }: AuditFilter): string[][] {
  const ids = [actorId, targetId].flatMap((id) => (id === undefined ? [] : [[id]]));
  return [...ids, ...(action.length === 0 ? [] : [action])].map((names) => names.map((name) => JSON.stringify(name)));
}
