import { topicsOf, type AuditAction } from "#contract/audit.ts";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import { orderedJson } from "#domain/audit/orderedJson.ts";
import { genesisHash, hashOf, type SealedEvent } from "#domain/audit/chain.ts";
import { hash } from "node:crypto";
import { announce, type Notice } from "../feed/notices.ts";
import { newId } from "../storage/ids.ts";
import type { Db } from "./contexts.ts";

/** What a handler says about one change; who, when and where in the chain is added here. */
export interface AuditEntry {
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

/** Where the chain stands: read under the organization's lock. */
export interface ChainHead {
  readonly organizationId: string;
  readonly revision: number;
  readonly hash: string;
}

export const sha256 = (text: string): string => hash("sha256", text);

/** The head of an organization's chain, locking its row until the transaction ends. */
export async function lockChain(db: Db, organizationId: string): Promise<ChainHead> {
  const row = await db
    .selectFrom("organizations")
    .select(["revision", "chain_head"])
    .where("id", "=", organizationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { organizationId, revision: row.revision, hash: row.chain_head === "" ? genesisHash : row.chain_head };
}

/** The events with their revisions and hashes, each chained to the one before. */
export function chain(
  head: ChainHead,
  action: AuditAction,
  entries: readonly AuditEntry[],
  by: { actor: Actor; requestId: string; at: Date },
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
      action,
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

/** Writes events at the end of the chain and announces them with the commit. Returns the new revision. */
export async function append(
  db: Db,
  head: ChainHead,
  action: AuditAction,
  entries: readonly AuditEntry[],
  by: { actor: Actor; requestId: string; at: Date },
  notices: readonly Notice[] = [],
): Promise<number> {
  const events = chain(head, action, entries, by);
  const revision = head.revision + events.length;
  const changed: Notice = { type: "changed", organizationId: head.organizationId, revision, topics: topicsOf(action) };
  // Sent together: the connection is pipelined and keeps their order.
  await Promise.all([
    db
      .insertInto("audit_events")
      .values(
        events.map((event) => ({
          organization_id: event.organizationId,
          revision: event.revision,
          id: event.id,
          at: by.at,
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
        })),
      )
      .execute(),
    db
      .updateTable("organizations")
      .set({ revision, chain_head: events.at(-1)?.hash ?? head.hash, last_activity_at: by.at })
      .where("id", "=", head.organizationId)
      .execute(),
    announce(db, [changed, ...notices]),
  ]);
  return revision;
}
