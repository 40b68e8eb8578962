import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import { searchKey } from "#domain/searchKey.ts";

/** What a page of audit events may hold: enough to pass over most pages without opening them. */
export interface Digest {
  /** The writing of the page that it is of. */
  readonly tag: string;
  /** The earliest and the latest event, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** A Bloom filter over everything that is asked for: bits, as base64. */
  readonly keys: string;
}

/** Some 4,000 keys of a page set an eighth of these, so that one page in sixty is opened for nothing. */
const bits = 65_536;
const gramLength = 3;

export const actionKey = (action: string): string => `action ${action}`;
export const actorKey = (accountId: string): string => `actor ${accountId}`;
export const targetKey = (id: string): string => `target ${id}`;

/** What of an event is searched. */
export const searchedText = ({ actor, target, action }: AuditEvent): string =>
  searchKey(`${actor.name} ${target.name} ${action}`);

/** Every three letters of a text, in the form in which it is searched; none for a text shorter than that. */
export function gramsOf(searched: string): string[] {
  const grams: string[] = [];
  for (let at = 0; at + gramLength <= searched.length; at += 1) grams.push(searched.slice(at, at + gramLength));
  return grams;
}

export function digestOf(events: readonly AuditEvent[], tag: string): Digest {
  const filter = new Uint8Array(bits / 8);
  const texts = new Set<string>();
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    const at = Date.parse(event.at);
    from = Math.min(from, at);
    to = Math.max(to, at);
    add(filter, actionKey(event.action));
    if (event.actor.accountId !== null) add(filter, actorKey(event.actor.accountId));
    add(filter, targetKey(event.target.id));
    texts.add(`${event.actor.name} ${event.target.name} ${event.action}`);
  }
  for (const text of texts) {
    const searched = searchKey(text);
    for (let at = 0; at + gramLength <= searched.length; at += 1) add(filter, searched, at, at + gramLength);
  }
  return { tag, from, to, keys: Buffer.from(filter).toString("base64") };
}

/** Whether the page may hold a key; when false, it does not. */
export function keysIn({ keys }: Digest): (key: string) => boolean {
  const filter = Buffer.from(keys, "base64");
  return (key) => placesOf(key).every((place) => ((filter[place >>> 3] ?? 0) & (1 << (place & 7))) !== 0);
}

/** Adds a key, or the part of a text that is one. */
function add(filter: Uint8Array, text: string, from = 0, to = text.length): void {
  for (const place of placesOf(text, from, to)) filter[place >>> 3] = (filter[place >>> 3] ?? 0) | (1 << (place & 7));
}

/** FNV-1a, mixed; each half of it is one place. */
function placesOf(text: string, from = 0, to = text.length): [number, number] {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash ^= hash >>> 13;
  return [hash & (bits - 1), (hash >>> 16) & (bits - 1)];
}
