import type { Insertable } from "kysely";
import type { AuditEventsTable, Db } from "../database.ts";
import { inParts } from "../in-parts.ts";

/** Locks an organization's row, where there is one, until the transaction ends and answers where its chain stands. */
export async function lockOrganization(db: Db, organizationId: string) {
  return db
    .selectFrom("organizations")
    .select(["revision", "chain_head", "last_activity_at"])
    .where("id", "=", organizationId)
    .forUpdate()
    .executeTakeFirst();
}

/** Writes events, however many. */
export async function insertEvents(db: Db, events: readonly Insertable<AuditEventsTable>[]): Promise<void> {
  // Sent together: the connection is pipelined and keeps their order.
  await Promise.all(inParts(events).map((part) => db.insertInto("audit_events").values(part).execute()));
}

/** Moves the head of an organization's chain to its last event. */
export async function moveHead(
  db: Db,
  organizationId: string,
  head: { readonly revision: number; readonly hash: string; readonly at: Date },
): Promise<void> {
  await db
    .updateTable("organizations")
    .set({ revision: head.revision, chain_head: head.hash, last_activity_at: head.at })
    .where("id", "=", organizationId)
    .execute();
}
