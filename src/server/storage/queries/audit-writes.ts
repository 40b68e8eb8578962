import { sql, type Insertable } from "kysely";
import type { AuditEventsTable, Db } from "../database.ts";
import { inParts } from "../in-parts.ts";

/** Locks an organization's row, where there is one, until the transaction ends and answers where its chain stands. */
export async function lockOrganization(db: Db, organizationId: string) {
  return db
    .selectFrom("organizations")
    .select(["revision", "chain_head", "last_activity_at", "status"])
    .where("id", "=", organizationId)
    .forUpdate()
    .executeTakeFirst();
}

/** The end of a chain: events, however many, and where its head is then. */
export interface ChainEnd {
  readonly organizationId: string;
  readonly events: readonly Insertable<AuditEventsTable>[];
  readonly head: { readonly revision: number; readonly hash: string; readonly at: Date };
  /** Told on a channel with the commit. */
  readonly told: { readonly channel: string; readonly messages: readonly string[] };
}

/** Writes events, moves the head of their chain and announces it, in one statement unless there are thousands of events. */
export async function writeChainEnd(db: Db, { organizationId, events, head, told }: ChainEnd): Promise<void> {
  const [last = [], ...others] = inParts(events);
  // Sent together: the connection is pipelined and keeps their order.
  await Promise.all([
    ...others.map((part) => db.insertInto("audit_events").values(part).execute()),
    db
      .with("written", (at) => at.insertInto("audit_events").values(last))
      .with("moved", (at) =>
        at
          .updateTable("organizations")
          .set({ revision: head.revision, chain_head: head.hash, last_activity_at: head.at })
          .where("id", "=", organizationId),
      )
      .selectFrom(sql<{ message: string }>`unnest(${told.messages}::text[])`.as<"told">(sql`told (message)`))
      .select(sql`pg_notify(${told.channel}, message)`.as("told"))
      .execute(),
  ]);
}
