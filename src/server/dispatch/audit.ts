import type { AuditAction } from "#contract/audit.ts";
import { topicsOf } from "#contract/auditActions.ts";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import { orderedJson } from "#domain/audit/orderedJson.ts";
import { genesisHash, hashOf, type SealedEvent } from "#domain/audit/chain.ts";
import type { Insertable } from "kysely";
import { hash } from "node:crypto";
import { noticeChannel, packed, type Notice } from "../feed/notices.ts";
import { newId } from "../storage/ids.ts";
import { lockOrganization, writeChainEnd } from "../storage/queries/audit-writes.ts";
import type { AuditEventsTable, Db } from "../storage/database.ts";

/** What a handler says about one change; who, when and where in the chain is added here. */
export interface AuditEntry {
  /** Where it is another action than the operation's own. */
  readonly action?: AuditAction;
  readonly target: AuditEvent["target"];
  readonly before: AuditEvent["before"];
  readonly after: AuditEvent["after"];
}

export interface Actor {
  readonly accountId: string | null;
  readonly name: string;
}

/** An event ready to be stored; all of ours have a target. */
type StoredEvent = SealedEvent & { readonly targetId: string };

/** Who did it, in which request, when. */
export interface Signature {
  readonly actor: Actor;
  readonly requestId: string;
  readonly at: Date;
}

/** Where the chain stands: read under the organization's lock. */
export interface ChainHead {
  readonly organizationId: string;
  readonly revision: number;
  readonly hash: string;
  /** When the last event happened. The next is never earlier, so that times grow with revisions. */
  readonly at: Date;
}

export const sha256 = (text: string): string => hash("sha256", text);

/** An organization's row as the head of its chain. */
export function chainHead(
  organizationId: string,
  row: { revision: number; chain_head: string; last_activity_at: Date },
): ChainHead {
  const hash = row.chain_head === "" ? genesisHash : row.chain_head;
  return { organizationId, revision: row.revision, hash, at: row.last_activity_at };
}

/** The head of an organization's chain, locking its row until the transaction ends. */
export async function lockChain(db: Db, organizationId: string): Promise<ChainHead> {
  const row = await lockOrganization(db, organizationId);
  if (row === undefined) throw new Error("There is no such organization to write an event of");
  return chainHead(organizationId, row);
}

/** The same for what time alone does: null where the organization is gone by now, or being purged. */
export async function lockLivingChain(db: Db, organizationId: string): Promise<ChainHead | null> {
  const row = await lockOrganization(db, organizationId);
  return row === undefined || row.status === "purging" ? null : chainHead(organizationId, row);
}

/** The events with their revisions and hashes, each chained to the one before. */
export function chain(
  head: ChainHead,
  action: AuditAction,
  entries: readonly AuditEntry[],
  by: Signature,
): StoredEvent[] {
  let previousHash = head.hash;
  return entries.map((entry, index) => {
    const event = {
      organizationId: head.organizationId,
      revision: head.revision + index + 1,
      id: newId(),
      at: by.at.toISOString(),
      actorAccountId: by.actor.accountId,
      actorName: by.actor.name,
      action: entry.action ?? action,
      targetType: entry.target.type,
      targetId: entry.target.id,
      targetName: entry.target.name,
      before: entry.before,
      after: entry.after,
      requestId: by.requestId,
    };
    const chained = { ...event, previousHash, hash: hashOf(previousHash, event, sha256) };
    previousHash = chained.hash;
    return chained;
  });
}

const rowOf = (event: StoredEvent, at: Date): Insertable<AuditEventsTable> => ({
  organization_id: event.organizationId,
  revision: event.revision,
  id: event.id,
  at,
  actor_account_id: event.actorAccountId,
  actor_name: event.actorName,
  action: event.action,
  target_type: event.targetType,
  target_id: event.targetId,
  target_name: event.targetName,
  before: event.before === null ? null : JSON.stringify(orderedJson(event.before)),
  after: event.after === null ? null : JSON.stringify(orderedJson(event.after)),
  request_id: event.requestId,
  previous_hash: event.previousHash,
  hash: event.hash,
});

/** Writes events at the end of the chain and announces them with the commit. Returns the new revision. */
export async function append(...what: Parameters<typeof appending>): Promise<number> {
  const { revision, written } = appending(...what);
  await written;
  return revision;
}

/**
 * The same without waiting: what is asked of `db` from now on comes after the events. Where notices are null, all of it
 * is taken back, and nothing is announced.
 */
export function appending(
  db: Db,
  head: ChainHead,
  action: AuditAction,
  entries: readonly AuditEntry[],
  signature: Signature,
  notices: readonly Notice[] | null = [],
): { readonly revision: number; readonly written: Promise<unknown> } {
  // Clocks of several servers differ by a little: the later of the two times keeps the order.
  const by = { ...signature, at: signature.at > head.at ? signature.at : head.at };
  const events = chain(head, action, entries, by);
  const revision = head.revision + events.length;
  const topics = [...new Set(entries.flatMap((entry) => topicsOf(entry.action ?? action)))];
  const changed: Notice = { type: "changed", organizationId: head.organizationId, revision, topics };
  const written = writeChainEnd(db, {
    organizationId: head.organizationId,
    events: events.map((event) => rowOf(event, by.at)),
    head: { revision, hash: events.at(-1)?.hash ?? head.hash, at: by.at },
    told: { channel: noticeChannel, messages: notices === null ? [] : packed([changed, ...notices]) },
  });
  return { revision, written };
}
