import type { AuditEvent } from "#contract/entities/auditEvent.ts";

/** What a page of audit events may hold: enough to pass over most pages without opening them. */
export interface Digest {
  /** The writing of the page that it is of. */
  readonly tag: string;
  /** The earliest and the latest event, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** A Bloom filter over the ids and actions that are asked for: bits, as base64. */
  readonly keys: string;
}

/** Some 700 keys of a page set a twelfth of these, so that one page in a hundred and fifty is opened for nothing. */
const bits = 16_384;

export const actionKey = (action: string): string => `action ${action}`;
export const actorKey = (accountId: string): string => `actor ${accountId}`;
export const targetKey = (id: string): string => `target ${id}`;

export function digestOf(events: readonly AuditEvent[], tag: string): Digest {
  const filter = new Uint8Array(bits / 8);
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    const at = Date.parse(event.at);
    from = Math.min(from, at);
    to = Math.max(to, at);
    add(filter, actionKey(event.action));
    if (event.actor.accountId !== null) add(filter, actorKey(event.actor.accountId));
    add(filter, targetKey(event.target.id));
  }
  return { tag, from, to, keys: Buffer.from(filter).toString("base64") };
}

/** Whether the page may hold a key; when false, it does not. */
export function keysIn({ keys }: Digest): (key: string) => boolean {
  const filter = Buffer.from(keys, "base64");
  return (key) => placesOf(key).every((place) => ((filter[place >>> 3] ?? 0) & (1 << (place & 7))) !== 0);
}

function add(filter: Uint8Array, key: string): void {
  for (const place of placesOf(key)) filter[place >>> 3] = (filter[place >>> 3] ?? 0) | (1 << (place & 7));
}

/** FNV-1a, mixed; each half of it is one place. */
function placesOf(key: string): [number, number] {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash ^= hash >>> 13;
  return [hash & (bits - 1), (hash >>> 16) & (bits - 1)];
}
