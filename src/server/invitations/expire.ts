import { append, lockChain, lockLivingChain, type AuditEntry } from "../dispatch/audit.ts";
import type { Db } from "../storage/database.ts";
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

/** How many invitations one transaction ends: the organization's commands wait for it. */
const together = 500;

/** Ends some of an organization's invitations that are past their time, each with its event; false when none is left. */
export async function expireSome(db: Db, organizationId: string, moment: Moment): Promise<boolean> {
  if ((await lockLivingChain(db, organizationId)) === null) return false;
  const expired = await markExpired(db, organizationId, moment.at, { limit: together });
  await recordExpired(db, organizationId, expired, moment);
  return expired.length === together;
}
