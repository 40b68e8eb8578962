import type { Topic } from "#contract/audit.ts";
import type { Reminder } from "#domain/review/schedule.ts";
import type { Db } from "../storage/database.ts";
import { notify } from "../storage/notify.ts";

/** What one server tells all servers on the same database when a transaction commits. */
export type Notice =
  | {
      readonly type: "changed";
      readonly organizationId: string;
      readonly revision: number;
      readonly topics: readonly Topic[];
    }
  | {
      readonly type: "membershipStarted";
      readonly organizationId: string;
      readonly accountId: string;
      /** When the access ends by itself, if it does. */
      readonly until?: string | null;
    }
  /** When the access of a member ends by itself; null where it has no end. */
  | {
      readonly type: "membershipUntil";
      readonly organizationId: string;
      readonly accountId: string;
      readonly until: string | null;
    }
  | { readonly type: "membershipEnded"; readonly organizationId: string; readonly accountId: string }
  | {
      readonly type: "invited";
      readonly emailFolded: string;
      readonly invitationId: string;
      readonly organizationName: string;
    }
  | { readonly type: "planChanged"; readonly planId: string; readonly accountId: string }
  | {
      readonly type: "approvalRequested";
      readonly accountId: string;
      readonly organizationId: string;
      readonly organizationName: string;
      readonly requesterName: string;
      readonly memberName: string;
      readonly roleName: string;
    }
  | {
      readonly type: "reviewChanged";
      readonly organizationId: string;
      readonly reviewId: string;
      readonly accountId: string;
    }
  | {
      readonly type: "reviewDue";
      readonly accountId: string;
      readonly organizationId: string;
      readonly organizationName: string;
      readonly dueOn: string;
      readonly reminder: Reminder;
    }
  | {
      readonly type: "adminDemoted";
      readonly accountId: string;
      readonly organizationId: string;
      readonly organizationName: string;
      readonly byName: string;
      readonly memberName: string;
      readonly fromRoleName: string;
      readonly toRoleName: string;
    }
  | { readonly type: "sessionsEnded"; readonly sessionIds: readonly string[] };

export const noticeChannel = "orgdesk_changes";

/** PostgreSQL takes fewer than 8,000 bytes in a notification; brackets and commas need some of them. */
const mostBytes = 7_900;

/** Notices as JSON lists, each short enough for one notification. */
export function packed(notices: readonly Notice[]): string[] {
  const messages: string[] = [];
  let items: string[] = [];
  let bytes = 0;
  for (const notice of notices) {
    const item = JSON.stringify(notice);
    const size = Buffer.byteLength(item) + 1;
    if (items.length > 0 && bytes + size > mostBytes) {
      messages.push(`[${items.join()}]`);
      items = [];
      bytes = 0;
    }
    items.push(item);
    bytes += size;
  }
  return items.length === 0 ? messages : [...messages, `[${items.join()}]`];
}

/** Sends notices with the transaction's commit; nothing is sent when it rolls back. */
export async function announce(db: Db, notices: readonly Notice[]): Promise<void> {
  // Sent together: the connection is pipelined and keeps their order.
  await Promise.all(packed(notices).map((message) => notify(db, noticeChannel, message)));
}
