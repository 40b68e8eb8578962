import { SecurityKind } from "#contract/audit.ts";
import type { SecurityEvent } from "#contract/entities/auditEvent.ts";
import type { Insertable } from "kysely";
import { z } from "zod";
import type { Db, SecurityEventsTable } from "../database.ts";

const Detail = z.record(z.string(), z.json());

export async function insertSecurityEvent(db: Db, event: Insertable<SecurityEventsTable>): Promise<void> {
  await db.insertInto("security_events").values(event).execute();
}

/** A person's own entries, newest first, after `before` (an id). Ids are UUIDv7, so their order is that of time. */
export async function listOwnSecurityEvents(
  db: Db,
  account: { readonly id: string; readonly name: string },
  page: { readonly before: string | null; readonly limit: number },
): Promise<SecurityEvent[]> {
  let query = db
    .selectFrom("security_events")
    .select(["id", "at", "kind", "organization_id", "address", "user_agent", "detail"])
    .where("account_id", "=", account.id)
    .orderBy("id", "desc")
    .limit(page.limit);
  if (page.before !== null) query = query.where("id", "<", page.before);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    kind: SecurityKind.parse(row.kind),
    accountName: account.name,
    organizationId: row.organization_id,
    address: row.address,
    userAgent: row.user_agent,
    detail: Detail.parse(row.detail),
  }));
}

export async function countOwnSecurityEvents(db: Db, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom("security_events")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  return count;
}
