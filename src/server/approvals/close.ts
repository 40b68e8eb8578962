import { afterAct, type RequestAct } from "#domain/approvals.ts";
import type { AuditAction } from "#contract/audit.ts";
import type { AuditEntry } from "../dispatch/audit.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import type { Db } from "../storage/database.ts";
import { refuse } from "../dispatch/fault-error.ts";
import {
  endOf,
  pendingAbout,
  pendingRequests,
  updateRequest,
  type RequestRow,
} from "../storage/queries/role-requests.ts";
import { mailEnding } from "./letters.ts";

/** Whom the audit log names for an event about a request: the person whose role it is about. */
export const requestTarget = (row: RequestRow) =>
  ({ type: "member", id: row.member_id, name: row.member_name }) as const;

const actionOf: Readonly<Record<RequestAct, AuditAction>> = {
  approve: "approval.approved",
  decline: "approval.declined",
  cancel: "approval.cancelled",
  expire: "approval.expired",
  overtake: "approval.overtaken",
};

interface Closing {
  readonly at: Date;
  /** The member who did it; null: nobody, it came so. */
  readonly by: string | null;
  readonly reason?: string;
}

export interface Closed {
  readonly row: RequestRow;
  readonly event: AuditEntry;
}

/** Ends a pending request, with its event. */
export async function closeRequest(
  db: Db,
  row: RequestRow,
  act: RequestAct,
  { at, by, reason = "" }: Closing,
): Promise<Closed> {
  const status = afterAct(row.status, act) ?? refuse({ kind: "conflict", code: "requestOver" });
  await updateRequest(db, row, { status, ended_at: at, ended_by: by, end_reason: reason });
  const event: AuditEntry = {
    action: actionOf[act],
    target: requestTarget(row),
    before: { status: row.status, role: row.from_role },
    after: {
      status,
      requestedRole: row.to_role,
      requestedBy: row.requester_name,
      ...(reason === "" ? {} : { reason }),
    },
  };
  return { row: { ...row, status }, event };
}

type Context = Pick<OrganizationContext, "db" | "organization" | "policy" | "caller">;

/** Ends a request that can no longer be approved, or answers null; whoever made it is told. */
export async function endIfOver(
  { db, organization, policy, caller }: Context,
  row: RequestRow,
): Promise<AuditEntry | null> {
  const act = endOf(policy, row, organization, caller.now);
  if (act === null) return null;
  const { event } = await closeRequest(db, row, act, { at: caller.now, by: null });
  const how = act === "expire" ? "expired" : "overtaken";
  await mailEnding(db, organization.name, policy, row, { how, byName: "", reason: "" });
  return event;
}

/** After a change of a member: ends the requests about and by them that can no longer be approved. */
export async function overtake(context: Context, memberId: string): Promise<AuditEntry[]> {
  const events: AuditEntry[] = [];
  for (const row of await pendingAbout(context.db, context.organization.id, memberId)) {
    const event = await endIfOver(context, row);
    if (event !== null) events.push(event);
  }
  return events;
}

/** Ends every request of an organization that is being deleted. */
export async function overtakeAll({ db, organization, caller }: Context): Promise<AuditEntry[]> {
  const events: AuditEntry[] = [];
  for (const row of await pendingRequests(db, organization.id)) {
    events.push((await closeRequest(db, row, "overtake", { at: caller.now, by: null })).event);
  }
  return events;
}
