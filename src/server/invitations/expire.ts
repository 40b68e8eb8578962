import { append, lockChain, type AuditEntry } from "../dispatch/audit.ts";
import type { Db } from "../dispatch/contexts.ts";
import { markExpired, type InvitationRow } from "../storage/queries/invitations.ts";

/** Nobody's act: the time passed. */
const clock = { accountId: null, name: "Orgdesk" };

export interface Moment {
  readonly requestId: string;
  readonly at: Date;
}

/** Writes that these invitations expired, after the events of the command that noticed it. */
export async function recordExpired(
  db: Db,
  organizationId: string,
  expired: readonly InvitationRow[],
  moment: Moment,
): Promise<void> {
  if (expired.length === 0) return;
  const head = await lockChain(db, organizationId);
  const events = expired.map(({ id, email }): AuditEntry => ({
    target: { type: "invitation", id, name: email },
    before: { status: "pending" },
    after: { status: "expired" },
  }));
  await append(db, head, "invitation.expired", events, { actor: clock, ...moment });
}

/** Ends an organization's invitations that are past their time, each with its audit event. */
export async function expireInvitations(db: Db, organizationId: string, moment: Moment): Promise<void> {
  await lockChain(db, organizationId);
  await recordExpired(db, organizationId, await markExpired(db, organizationId, moment.at), moment);
}
