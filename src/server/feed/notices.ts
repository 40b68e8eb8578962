import type { Topic } from "#contract/audit.ts";
import { sql } from "kysely";
import type { Db } from "../dispatch/contexts.ts";

/** What one server tells all servers on the same database when a transaction commits. */
export type Notice =
  | {
      readonly type: "changed";
      readonly organizationId: string;
      readonly revision: number;
      readonly topics: readonly Topic[];
    }
  | { readonly type: "membershipStarted"; readonly organizationId: string; readonly accountId: string }
  | { readonly type: "membershipEnded"; readonly organizationId: string; readonly accountId: string }
  | {
      readonly type: "invited";
      readonly emailFolded: string;
      readonly invitationId: string;
      readonly organizationName: string;
    }
  | { readonly type: "sessionsEnded"; readonly sessionIds: readonly string[] };

export const noticeChannel = "orgdesk_changes";

/** PostgreSQL limits a notification to 8,000 bytes; fifty notices of the largest kind stay below it. */
const perMessage = 30;

/** Sends notices with the transaction's commit; nothing is sent when it rolls back. */
export async function announce(db: Db, notices: readonly Notice[]): Promise<void> {
  for (let at = 0; at < notices.length; at += perMessage) {
    const message = JSON.stringify(notices.slice(at, at + perMessage));
    await sql`select pg_notify(${noticeChannel}, ${message})`.execute(db);
  }
}
